/** A trace and its tree come in; the head of the screen goes out: which instrument, which view, how deep, and what to save. */
import {
  Button,
  Menu,
  MenuItem,
  MenuList,
  MenuPopover,
  MenuTrigger,
  makeStyles,
  SpinButton,
  Tab,
  TabList,
  Text,
  Tooltip,
  tokens,
  useId,
} from '@fluentui/react-components'
import {
  DataScatter20Regular,
  DocumentTable20Regular,
  DocumentText20Regular,
  Print20Regular,
  Save20Regular,
} from '@fluentui/react-icons'
import { useState } from 'react'
import type { TracingTree } from '../../../shared/contract/tracing.ts'
import { formatCount, formatDate } from '../../../shared/wording/dates.ts'
import { instrumentName, printedNumber } from '../../../shared/wording/instruments.ts'
import { useHistory } from '../../app/navigation.ts'
import { GraphExportMenu } from '../../components/GraphExportMenu.tsx'
import { HeldBadge } from '../../components/InstrumentState.tsx'
import { SaveNotice } from '../../components/SaveNotice.tsx'
import type { SaveAs } from '../../components/useSaveAs.ts'
import { useWords } from '../../i18n/language.ts'
import { invoke } from '../../library.ts'
import { TreeSheet } from '../tree/TreeSheet.tsx'
import { visibleLines } from '../tree/treeLines.ts'
import type { TraceRoute } from './TraceScreen.tsx'

const useStyles = makeStyles({
  head: {
    display: 'flex',
    alignItems: 'center',
    flexWrap: 'wrap',
    gap: '4px 16px',
    padding: '8px 16px',
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  names: { flex: '1 1 260px', minWidth: 0 },
  line: { display: 'flex', gap: '8px', alignItems: 'center', flexWrap: 'wrap' },
  title: {
    display: 'block',
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
    color: tokens.colorNeutralForeground3,
  },
  depth: { display: 'flex', alignItems: 'center', gap: '8px' },
  spin: { width: '64px' },
  notice: { flex: '1 1 100%' },
})

/** What goes to a file is not what happens to be unfolded, but what the filter leaves. */
const NOTHING_FOLDED: ReadonlySet<number> = new Set()

/** Views of the header's tabs: the two directions of the tree, and what is made of the thread. */
const VIEWS = ['implementers', 'sources', 'gaps', 'timeline'] as const

interface Props {
  readonly route: TraceRoute
  readonly tree: TracingTree
  readonly saving: SaveAs
}

/** The head. */
export function TraceHeader({ route, tree, saving }: Props) {
  const styles = useStyles()
  const { t, language } = useWords()
  const history = useHistory()
  const depthId = useId('depth')
  const root = tree.lines[0]?.instrument
  if (root === undefined) return null
  const change = (part: Partial<TraceRoute>): void => history.replace({ ...route, ...part })
  const selected = route.view === 'tree' ? route.direction : route.view
  return (
    <header className={styles.head}>
      <div className={styles.names}>
        <div className={styles.line}>
          <Text as="h1" size={400} weight="semibold" style={{ margin: 0 }}>
            {instrumentName(root, language)}
          </Text>
          <Text>{formatDate(root.issuedOn)}</Text>
          <HeldBadge isHeld={root.heldDocumentId !== null} />
        </div>
        <Text size={200} className={styles.title} title={root.title ?? undefined}>
          {[
            t('tracing.below', { n: formatCount(tree.lines.length - 1, language) }),
            tree.isCut ? t('tracing.cut') : '',
            root.issuer,
            root.title,
          ]
            .filter(Boolean)
            .join(' · ')}
        </Text>
      </div>
      <TabList
        size="small"
        aria-label={t('trace.direction')}
        selectedValue={selected}
        onTabSelect={(_, data) => {
          const view = VIEWS.find((name) => name === data.value) ?? 'implementers'
          change(
            view === 'gaps' || view === 'timeline'
              ? { view, direction: 'implementers' }
              : { view: 'tree', direction: view },
          )
        }}
      >
        <Tab value="implementers" title={t('trace.implementersLong')} data-testid="trace-implementers">
          {t('trace.implementers')}
        </Tab>
        <Tab value="sources" title={t('trace.sourcesLong')} data-testid="trace-sources">
          {t('trace.sources')}
        </Tab>
        <Tab value="gaps" title={t('tracing.gapsLong')} data-testid="trace-gaps">
          {t('tracing.gaps')}
        </Tab>
        <Tab value="timeline" title={t('tracing.timelineLong')} data-testid="trace-timeline">
          {t('tracing.timeline')}
        </Tab>
      </TabList>
      <div className={styles.depth}>
        <label htmlFor={depthId}>{t('trace.depth')}</label>
        <SpinButton
          id={depthId}
          className={styles.spin}
          size="small"
          min={1}
          max={20}
          value={route.depth}
          onChange={(_, data) => {
            const wanted = data.value ?? Number(data.displayValue)
            if (Number.isInteger(wanted)) change({ depth: Math.min(20, Math.max(1, wanted)) })
          }}
        />
        <SaveTree route={route} tree={tree} saving={saving} name={printedNumber(root) || t('trace.tree')} />
        <GraphExportMenu
          saving={saving}
          name={`${t('tracing.fileGraph')} ${printedNumber(root)}`.trim()}
          selection={{ instrumentId: root.id, direction: route.direction, depth: route.depth }}
        />
        <Tooltip content={t('tracing.openGraph')} relationship="label">
          <Button
            size="small"
            icon={<DataScatter20Regular />}
            onClick={() => history.navigate({ screen: 'graph', id: root.id })}
            data-testid="open-graph"
          />
        </Tooltip>
      </div>
      {saving.outcome === null ? null : (
        <div className={styles.notice}>
          <SaveNotice saving={saving} />
        </div>
      )}
    </header>
  )
}

/** Word, Excel or paper; the gaps go along when bodies are expected. */
function SaveTree({ route, tree, saving, name }: Props & { readonly name: string }) {
  const { t } = useWords()
  const [isPrinting, setPrinting] = useState(false)
  const { id, direction, depth, expected, reportYear } = route
  const save = (format: 'docx' | 'xlsx'): void => {
    if (id === null) return
    void saving.save(`${t('tracing.fileTree', { name })}.${format}`, (out) =>
      invoke('export.tree', {
        instrumentId: id,
        direction,
        depth,
        format,
        out,
        shown: visibleLines(tree.lines, route.filter, route.sort, NOTHING_FOLDED).map(
          ({ line }) => line.instrument.id,
        ),
        ...(expected === null ? {} : { expected }),
        ...(reportYear === null ? {} : { year: reportYear }),
      }),
    )
  }
  return (
    <>
      <Menu>
        <MenuTrigger disableButtonEnhancement>
          <Button size="small" icon={<Save20Regular />} disabled={saving.isBusy} data-testid="save-tree">
            {t('tracing.save')}
          </Button>
        </MenuTrigger>
        <MenuPopover>
          <MenuList>
            <MenuItem
              icon={<DocumentText20Regular />}
              onClick={() => save('docx')}
              data-testid="save-tree-docx"
            >
              {t('tracing.saveWord')}
            </MenuItem>
            <MenuItem
              icon={<DocumentTable20Regular />}
              onClick={() => save('xlsx')}
              data-testid="save-tree-xlsx"
            >
              {t('tracing.saveExcel')}
            </MenuItem>
            <MenuItem icon={<Print20Regular />} onClick={() => setPrinting(true)} data-testid="print-tree">
              {t('tracing.print')}
            </MenuItem>
          </MenuList>
        </MenuPopover>
      </Menu>
      {isPrinting ? (
        <TreeSheet route={route} tree={tree} name={name} onDone={() => setPrinting(false)} />
      ) : null}
    </>
  )
}
