/** The page shown and the zoom come in; the buttons above a page's image go out: pages, zoom, doubtful words. */
import { Button, makeStyles, Text, Tooltip, tokens } from '@fluentui/react-components'
import {
  ChevronDown20Regular,
  ChevronLeft20Regular,
  ChevronRight20Regular,
  ChevronUp20Regular,
  Dismiss20Regular,
  ZoomIn20Regular,
  ZoomOut20Regular,
} from '@fluentui/react-icons'
import type { ReactElement } from 'react'
import { useWords } from '../../i18n/language.ts'

const useStyles = makeStyles({
  bar: {
    display: 'flex',
    alignItems: 'center',
    flexWrap: 'wrap',
    gap: '2px',
    padding: '4px 8px',
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground2,
  },
  page: { fontVariantNumeric: 'tabular-nums', padding: '0 4px', whiteSpace: 'nowrap' },
  space: { flex: '1 1 0' },
})

/** Widths of the page in widths of the pane. */
const ZOOMS = [1, 1.25, 1.5, 2, 3] as const

interface Props {
  readonly page: number
  readonly pages: number
  readonly onPage: (page: number) => void
  readonly zoom: number
  readonly onZoom: (zoom: number) => void
  /** Null where no word is doubtful; else whether there is one before and behind. */
  readonly doubtful: { readonly before: boolean; readonly behind: boolean; readonly count: number } | null
  readonly onDoubtful: (way: 1 | -1) => void
  readonly onClose: () => void
}

/** The toolbar of the pane. */
export function PageToolbar({ page, pages, onPage, zoom, onZoom, doubtful, onDoubtful, onClose }: Props) {
  const styles = useStyles()
  const { t } = useWords()
  return (
    <div role="toolbar" aria-label={t('pageImage.title')} className={styles.bar}>
      <Tool
        label={t('pageImage.previous')}
        icon={<ChevronLeft20Regular />}
        isDisabled={page <= 1}
        onClick={() => onPage(page - 1)}
        testId="page-image-previous"
      />
      <Text size={200} className={styles.page} aria-live="polite" data-testid="page-image-page">
        {t('pageImage.page', { page, pages })}
      </Text>
      <Tool
        label={t('pageImage.next')}
        icon={<ChevronRight20Regular />}
        isDisabled={page >= pages}
        onClick={() => onPage(page + 1)}
        testId="page-image-next"
      />
      <Tool
        label={t('pageImage.zoomOut')}
        icon={<ZoomOut20Regular />}
        isDisabled={zoom <= 1}
        onClick={() => onZoom(ZOOMS.findLast((step) => step < zoom) ?? 1)}
        testId="page-image-zoom-out"
      />
      <Tool
        label={t('pageImage.zoomIn')}
        icon={<ZoomIn20Regular />}
        isDisabled={zoom >= (ZOOMS.at(-1) ?? 1)}
        onClick={() => onZoom(ZOOMS.find((step) => step > zoom) ?? zoom)}
        testId="page-image-zoom-in"
      />
      {doubtful === null ? null : (
        <>
          <Tool
            label={t('pageImage.doubtfulBefore')}
            icon={<ChevronUp20Regular />}
            isDisabled={!doubtful.before}
            onClick={() => onDoubtful(-1)}
            testId="page-image-doubtful-before"
          />
          <Tool
            label={t('pageImage.doubtfulNext')}
            icon={<ChevronDown20Regular />}
            isDisabled={!doubtful.behind}
            onClick={() => onDoubtful(1)}
            testId="page-image-doubtful-next"
          />
          <Text size={200} className={styles.page}>
            {t('pageImage.doubtfulCount', { n: doubtful.count })}
          </Text>
        </>
      )}
      <span className={styles.space} />
      <Tool
        label={t('pageImage.close')}
        icon={<Dismiss20Regular />}
        isDisabled={false}
        onClick={onClose}
        testId="page-image-close"
      />
    </div>
  )
}

interface ToolProps {
  readonly label: string
  readonly icon: ReactElement
  readonly isDisabled: boolean
  readonly onClick: () => void
  readonly testId: string
}

function Tool({ label, icon, isDisabled, onClick, testId }: ToolProps) {
  return (
    <Tooltip content={label} relationship="label">
      <Button
        size="small"
        appearance="subtle"
        icon={icon}
        // A disabled button would let go of the focus of whoever steps to the last page.
        disabledFocusable={isDisabled}
        onClick={onClick}
        data-testid={testId}
      />
    </Tooltip>
  )
}
