/** The choice in the list comes in; the bar above it goes out: how many are chosen, and what can be done with them. */
import {
  Button,
  Menu,
  MenuButton,
  MenuDivider,
  MenuItem,
  MenuList,
  MenuPopover,
  MenuTrigger,
  makeStyles,
  Text,
  tokens,
} from '@fluentui/react-components'
import { DocumentCopy20Regular, Folder20Regular } from '@fluentui/react-icons'
import { formatCount } from '../../../shared/wording/dates.ts'
import { useWords } from '../../i18n/language.ts'

/** What can be done with documents of the list. */
export type LibraryAction = 'add' | 'takeOut' | 'fromFolders' | 'manage' | 'export'

const useStyles = makeStyles({
  bar: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: '4px 8px',
    minHeight: '32px',
    padding: '4px 12px',
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  count: { flex: '1 1 auto', display: 'flex', alignItems: 'center', gap: '4px', minHeight: '24px' },
})

interface Props {
  readonly chosen: number
  readonly isReadOnly: boolean
  readonly onClear: () => void
  readonly onAction: (action: LibraryAction) => void
}

/** The bar above the table. */
export function LibraryActions({ chosen, isReadOnly, onClear, onAction }: Props) {
  const styles = useStyles()
  const { t, language } = useWords()
  return (
    <div className={styles.bar} role="toolbar" aria-label={t('dossiers.actions')}>
      <div className={styles.count} aria-live="polite">
        {chosen > 0 ? (
          <>
            <Text data-testid="chosen-count">
              {t('dossiers.chosen', { n: formatCount(chosen, language) })}
            </Text>
            <Button size="small" appearance="subtle" onClick={onClear} data-testid="choose-none">
              {t('dossiers.chooseNone')}
            </Button>
          </>
        ) : null}
      </div>
      <Menu>
        <MenuTrigger disableButtonEnhancement>
          <MenuButton size="small" appearance="subtle" icon={<Folder20Regular />} data-testid="dossier-menu">
            {t('dossiers.title')}
          </MenuButton>
        </MenuTrigger>
        <MenuPopover>
          <MenuList>
            <DossierItems isReadOnly={isReadOnly} onAction={onAction} />
            <MenuDivider />
            <MenuItem onClick={() => onAction('manage')} data-testid="action-manage">
              {t('dossiers.manage')}
            </MenuItem>
          </MenuList>
        </MenuPopover>
      </Menu>
      <Button
        size="small"
        appearance="subtle"
        icon={<DocumentCopy20Regular />}
        onClick={() => onAction('export')}
        data-testid="action-export"
      >
        {t('dossiers.export')}
      </Button>
    </div>
  )
}

/** Items of the dossier menu, and of the context menu of a row. */
export function DossierItems({ isReadOnly, onAction }: Pick<Props, 'isReadOnly' | 'onAction'>) {
  const { t } = useWords()
  return (
    <>
      <MenuItem disabled={isReadOnly} onClick={() => onAction('add')} data-testid="action-add">
        {t('dossiers.add')}
      </MenuItem>
      <MenuItem disabled={isReadOnly} onClick={() => onAction('takeOut')} data-testid="action-take-out">
        {t('dossiers.takeOut')}
      </MenuItem>
      <MenuItem
        disabled={isReadOnly}
        onClick={() => onAction('fromFolders')}
        data-testid="action-from-folders"
      >
        {t('dossiers.fromFolders')}
      </MenuItem>
    </>
  )
}
