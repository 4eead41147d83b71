/** The search on screen comes in; buttons to keep it by name and to write its results to a file go out. */
import {
  Button,
  Field,
  Input,
  Menu,
  MenuItem,
  MenuList,
  MenuPopover,
  MenuTrigger,
  makeStyles,
  Popover,
  PopoverSurface,
  PopoverTrigger,
} from '@fluentui/react-components'
import { Star20Regular, TableArrowUp20Regular } from '@fluentui/react-icons'
import { type FormEvent, useState } from 'react'
import { failureSentence } from '../../../shared/wording/errors.ts'
import type { Route } from '../../app/history.ts'
import { useAnswer, useCommand } from '../../app/queries.ts'
import type { SaveAs } from '../../components/useSaveAs.ts'
import { useWords } from '../../i18n/language.ts'
import { failureOf, invoke } from '../../library.ts'
import { useRememberedSearches } from './rememberedSearches.ts'

const useStyles = makeStyles({
  form: { display: 'flex', flexDirection: 'column', gap: '8px', width: '280px' },
})

type SearchRoute = Extract<Route, { screen: 'search' }>

interface Props {
  readonly route: SearchRoute
  readonly saving: SaveAs
  readonly isEmpty: boolean
}

/** Beside the order of the results. */
export function SearchActions({ route, saving, isEmpty }: Props) {
  const { t } = useWords()
  const { query, filter, sort } = route
  const exportAs = (format: 'xlsx' | 'csv'): void =>
    void saving.save(`${t('search.exportName', { query: query.slice(0, 60) })}.${format}`, (out) =>
      invoke('search.export', { query, filter, sort, format, out }),
    )
  return (
    <>
      <SaveSearch route={route} />
      <Menu>
        <MenuTrigger disableButtonEnhancement>
          <Button
            size="small"
            icon={<TableArrowUp20Regular />}
            disabled={isEmpty || saving.isBusy}
            data-testid="search-export"
          >
            {t('search.export')}
          </Button>
        </MenuTrigger>
        <MenuPopover>
          <MenuList>
            <MenuItem onClick={() => exportAs('xlsx')} data-testid="search-export-xlsx">
              {t('search.exportExcel')}
            </MenuItem>
            <MenuItem onClick={() => exportAs('csv')}>{t('search.exportCsv')}</MenuItem>
          </MenuList>
        </MenuPopover>
      </Menu>
    </>
  )
}

function SaveSearch({ route: { query, filter, sort } }: { readonly route: SearchRoute }) {
  const styles = useStyles()
  const { t, language } = useWords()
  const status = useAnswer('library.status', {})
  const { refresh } = useRememberedSearches()
  const save = useCommand('searches.save')
  const [isOpen, setOpen] = useState(false)
  const [name, setName] = useState('')
  const send = (event: FormEvent): void => {
    event.preventDefault()
    save.mutate(
      { name, query, filter, sort },
      {
        onSuccess: () => {
          refresh()
          setOpen(false)
        },
      },
    )
  }
  return (
    <Popover
      open={isOpen}
      trapFocus
      onOpenChange={(_, data) => {
        setOpen(data.open)
        if (data.open) setName(query.slice(0, 200))
      }}
    >
      <PopoverTrigger disableButtonEnhancement>
        <Button
          size="small"
          icon={<Star20Regular />}
          disabled={status.data?.isReadOnly ?? false}
          data-testid="search-save"
        >
          {t('search.save')}
        </Button>
      </PopoverTrigger>
      <PopoverSurface aria-label={t('search.save')}>
        <form className={styles.form} onSubmit={send}>
          <Field
            label={t('search.saveName')}
            {...(save.isError ? { validationMessage: failureSentence(failureOf(save.error), language) } : {})}
          >
            <Input value={name} onChange={(_, data) => setName(data.value)} data-testid="search-save-name" />
          </Field>
          <Button
            type="submit"
            appearance="primary"
            disabled={name.trim() === '' || save.isPending}
            data-testid="search-save-done"
          >
            {t('search.saveDone')}
          </Button>
        </form>
      </PopoverSurface>
    </Popover>
  )
}
