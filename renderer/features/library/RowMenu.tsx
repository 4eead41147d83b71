/** A place in the window comes in; the context menu of the chosen rows goes out there. */
import { Menu, MenuDivider, MenuItem, MenuList, MenuPopover } from '@fluentui/react-components'
import { useWords } from '../../i18n/language.ts'
import { DossierItems, type LibraryAction } from './LibraryActions.tsx'

interface Props {
  /** Pixels of the window. */
  readonly place: { readonly x: number; readonly y: number }
  readonly isReadOnly: boolean
  readonly onOpen: () => void
  readonly onAction: (action: LibraryAction) => void
  readonly onChooseAll: () => void
  readonly onClose: () => void
}

/** The menu of a right click, of Shift+F10 or of the menu key. */
export function RowMenu({ place: { x, y }, isReadOnly, onOpen, onAction, onChooseAll, onClose }: Props) {
  const { t } = useWords()
  const point = { getBoundingClientRect: () => new DOMRect(x, y, 0, 0) }
  return (
    <Menu
      open
      onOpenChange={(_, data) => (data.open ? undefined : onClose())}
      positioning={{ target: point, position: 'below', align: 'start' }}
    >
      <MenuPopover data-testid="row-menu">
        <MenuList>
          <MenuItem onClick={onOpen}>{t('dossiers.open')}</MenuItem>
          <MenuDivider />
          <DossierItems isReadOnly={isReadOnly} onAction={onAction} />
          <MenuDivider />
          <MenuItem onClick={() => onAction('export')}>{t('dossiers.export')}</MenuItem>
          <MenuDivider />
          <MenuItem onClick={onChooseAll}>{t('dossiers.chooseAll')}</MenuItem>
        </MenuList>
      </MenuPopover>
    </Menu>
  )
}
