/** A part of the graph, or all of it, comes in; a menu goes out that writes it to a file other programs read. */
import { Button, Menu, MenuItem, MenuList, MenuPopover, MenuTrigger } from '@fluentui/react-components'
import { ShareAndroid20Regular } from '@fluentui/react-icons'
import type { Params } from '../../shared/contract/methods.ts'
import { GRAPH_FORMATS } from '../../shared/contract/tracing.ts'
import { useWords } from '../i18n/language.ts'
import { invoke } from '../library.ts'
import type { SaveAs } from './useSaveAs.ts'

interface Props {
  readonly saving: SaveAs
  /** The suggested file's name, without its extension. */
  readonly name: string
  /** What to write; nothing: the whole library. */
  readonly selection?: Params<'export.graph'>['selection']
}

/** GraphML, GEXF, CSV, JSON, DOT. */
export function GraphExportMenu({ saving, name, selection }: Props) {
  const { t } = useWords()
  return (
    <Menu>
      <MenuTrigger disableButtonEnhancement>
        <Button
          size="small"
          icon={<ShareAndroid20Regular />}
          disabled={saving.isBusy}
          aria-label={t('tracing.exportGraph')}
          title={t('tracing.exportGraph')}
          data-testid="export-graph"
        />
      </MenuTrigger>
      <MenuPopover>
        <MenuList>
          {GRAPH_FORMATS.map((format) => (
            <MenuItem
              key={format}
              onClick={() =>
                void saving.save(`${name}.${format}`, (out) =>
                  invoke('export.graph', { format, out, ...(selection && { selection }) }),
                )
              }
              data-testid={`export-graph-${format}`}
            >
              {t(`tracing.graphFormat.${format}`)}
            </MenuItem>
          ))}
        </MenuList>
      </MenuPopover>
    </Menu>
  )
}
