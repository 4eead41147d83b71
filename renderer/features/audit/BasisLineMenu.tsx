/** An instrument comes in; its «Căn cứ …» line is copied in Party or State style, with a word on what it lacks. */
import {
  Button,
  Menu,
  MenuItem,
  MenuList,
  MenuPopover,
  MenuTrigger,
  makeStyles,
  Text,
  tokens,
} from '@fluentui/react-components'
import { Copy16Regular } from '@fluentui/react-icons'
import { useState } from 'react'
import { useAnswer } from '../../app/queries.ts'
import { useWords } from '../../i18n/language.ts'
import { copyText } from './copyText.ts'

const useStyles = makeStyles({
  item: { maxWidth: '520px', whiteSpace: 'normal' },
  line: { display: 'block', whiteSpace: 'normal', color: tokens.colorNeutralForeground3 },
})

/** The menu; the line is asked for when it opens. */
export function BasisLineMenu({ instrumentId }: { readonly instrumentId: number }) {
  const styles = useStyles()
  const { t } = useWords()
  const [isOpen, setOpen] = useState(false)
  const [isCopied, setCopied] = useState(false)
  const answer = useAnswer('audit.basisLine', { instrumentId }, { enabled: isOpen })
  return (
    <Menu
      open={isOpen}
      onOpenChange={(_, data) => {
        setOpen(data.open)
        setCopied(false)
      }}
    >
      <MenuTrigger disableButtonEnhancement>
        <Button size="small" icon={<Copy16Regular />} data-testid="basis-line">
          {isCopied ? t('tracing.copied') : t('tracing.copyBasis')}
        </Button>
      </MenuTrigger>
      <MenuPopover style={{ maxWidth: '560px' }}>
        <MenuList>
          {(['party', 'state'] as const).map((style) => (
            <MenuItem
              key={style}
              className={styles.item}
              disabled={answer.data === undefined}
              onClick={() => {
                if (answer.data !== undefined) void copyText(answer.data[style]).then(() => setCopied(true))
              }}
              data-testid={`basis-${style}`}
            >
              {t(style === 'party' ? 'tracing.styleParty' : 'tracing.styleState')}
              <Text size={200} className={styles.line}>
                {answer.data?.[style]}
              </Text>
            </MenuItem>
          ))}
          {answer.data === undefined || answer.data.lacks.length === 0 ? null : (
            <MenuItem disabled className={styles.item}>
              {t('tracing.basisLacks', {
                what: answer.data.lacks.map((part) => t(`tracing.lack.${part}`)).join(', '),
              })}
            </MenuItem>
          )}
        </MenuList>
      </MenuPopover>
    </Menu>
  )
}
