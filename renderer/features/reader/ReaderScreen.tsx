/** A document's place comes in; the reader goes out: outline, text with its red threads, and the side panel. */
import { makeStyles, mergeClasses, Tab, TabList, tokens } from '@fluentui/react-components'
import {
  type SyntheticEvent,
  startTransition,
  useCallback,
  useEffect,
  useMemo,
  useRef,
  useState,
} from 'react'
import type { DocumentDetail } from '../../../shared/contract/views.ts'
import { documentRoute, type Route } from '../../app/history.ts'
import { useHistory } from '../../app/navigation.ts'
import { useAnswer } from '../../app/queries.ts'
import { useVisitNumber } from '../../app/visitMemory.ts'
import { Loaded } from '../../components/Loaded.tsx'
import { useWords } from '../../i18n/language.ts'
import { CitationCard } from './CitationCard.tsx'
import { CitationsPanel } from './CitationsPanel.tsx'
import { CorrectText } from './CorrectText.tsx'
import { DetailsPanel } from './DetailsPanel.tsx'
import { markingsOf, pageStartsOf } from './decorations.ts'
import { MatchBar } from './MatchBar.tsx'
import { Outline } from './Outline.tsx'
import { type OutlineEntry, outlineOf, sectionAt } from './outline.ts'
import { type PageImageHandle, PageImagePane } from './PageImagePane.tsx'
import { ReaderHeader } from './ReaderHeader.tsx'
import { ReaderText, type ReaderTextHandle } from './ReaderText.tsx'
import { chunksOf, citationAt, paragraphsOf, type TextSpan } from './segments.ts'
import { threadsOf } from './threads.ts'
import { UnreadNotice } from './UnreadNotice.tsx'
import { useMatches } from './useMatches.ts'
import { hasPages } from './usePageImage.ts'
import { usePointedCitation } from './usePointedCitation.ts'

const useStyles = makeStyles({
  screen: {
    display: 'flex',
    flexDirection: 'column',
    flex: '1 1 0',
    minHeight: 0,
    minWidth: 0,
    containerType: 'inline-size',
  },
  body: { display: 'flex', flex: '1 1 0', minHeight: 0, minWidth: 0 },
  outline: { display: 'flex', minHeight: 0, '@container (max-width: 900px)': { display: 'none' } },
  middle: {
    position: 'relative',
    display: 'flex',
    flexDirection: 'column',
    flex: '1 1 0',
    minWidth: 0,
    minHeight: 0,
    containerType: 'inline-size',
  },
  side: {
    display: 'flex',
    flexDirection: 'column',
    width: '340px',
    flex: '0 0 auto',
    minHeight: 0,
    borderLeft: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground2,
    '@container (max-width: 1000px)': { width: '290px' },
  },
  // Text and image need the width more than a list does.
  sideBesideImage: { width: '290px', '@container (max-width: 900px)': { display: 'none' } },
})

type DocumentRoute = Extract<Route, { screen: 'document' }>

/** The reader of one document. */
export function ReaderScreen({ route }: { readonly route: DocumentRoute }) {
  const answer = useAnswer('documents.get', { id: route.id })
  return (
    <Loaded answer={answer} lines={20}>
      {(document) => <Reader document={document} route={route} />}
    </Loaded>
  )
}

function Reader({ document, route }: { readonly document: DocumentDetail; readonly route: DocumentRoute }) {
  const styles = useStyles()
  const { t } = useWords()
  const history = useHistory()
  const { text, blocks, citations } = document
  const paragraphs = useMemo(() => paragraphsOf(text, blocks), [text, blocks])
  const chunks = useMemo(() => chunksOf(paragraphs), [paragraphs])
  const outline = useMemo(() => outlineOf(text, paragraphs), [text, paragraphs])
  const pageStarts = useMemo(() => pageStartsOf(text, document.pages), [text, document.pages])
  const threads = useMemo(
    () => threadsOf(citations, document.backReferences),
    [citations, document.backReferences],
  )
  const inOrder = useMemo(() => [...citations].sort((a, b) => a.start - b.start), [citations])

  const reader = useRef<ReaderTextHandle>(null)
  const [rememberedOffset, noteOffset] = useVisitNumber('offset')
  const [offset, setOffset] = useState(0)
  const [tab, setTab] = useState(route.panel)
  const [shownId, setShownId] = useState<number | null>(null)
  const [focus, setFocus] = useState<TextSpan | null>(route.focus)
  const reveal = useCallback((span: TextSpan) => reader.current?.reveal(span), [])
  const given = useMemo(() => ({ query: route.query, places: route.matches }), [route.query, route.matches])
  const matches = useMatches(text, given, reveal)
  const pointed = usePointedCitation()
  const [selection, setSelection] = useState<TextSpan | null>(null)
  const pageImage = useRef<PageImageHandle>(null)
  const [wasShown, noteShown] = useVisitNumber('pageImage')
  const [isPageShown, setPageShown] = useState(wasShown === 1 && hasPages(document))
  const showPage = (isShown: boolean): void => {
    noteShown(isShown ? 1 : 0)
    setPageShown(isShown)
  }
  /** The side moved last by the person leads; the other follows and must not lead back. */
  const isImageLeading = useRef(false)
  const noteLeader = ({ target }: SyntheticEvent): void => {
    isImageLeading.current = target instanceof Element && target.closest('[data-testid=page-image]') !== null
  }
  // Outline and panel follow the text when there is time: scrolling must not wait for them.
  const onPlace = (place: number): void => {
    noteOffset(place)
    if (!isImageLeading.current) pageImage.current?.follow(place)
    startTransition(() => {
      setOffset(place)
      setShownId(null)
    })
  }
  const openEntry = useCallback((entry: OutlineEntry) => reveal({ ...entry, end: entry.start }), [reveal])
  const show = (start: number, end: number): void => {
    setFocus({ start, end })
    reveal({ start, end })
  }
  const section = sectionAt(outline, offset)

  // Opening goes to what led here: a quoted sentence, else the first match of the search, else where one left off.
  const leftOff = useRef(rememberedOffset)
  useEffect(() => {
    const place = leftOff.current
    const target = route.focus ?? route.matches[0] ?? (place === null ? null : { start: place, end: place })
    setFocus(route.focus)
    if (target !== null) reveal(target)
  }, [route.focus, route.matches, reveal])

  const markings = useMemo(
    () =>
      markingsOf({
        places: matches.places,
        current: matches.current,
        focus,
        warnings: document.warnings,
        recognised: document.recognised,
      }),
    [matches.places, matches.current, focus, document.warnings, document.recognised],
  )

  const follow = (citationId: number): void => {
    const citation = citations.find(({ id }) => id === citationId)
    if (citation === undefined) return
    if (citation.instrumentId === null) {
      const element = reader.current?.citationElement(citationId) ?? null
      if (element !== null) pointed.pin(citationId, element)
      return
    }
    pointed.clear()
    const heldId = citation.instrument?.heldDocumentId ?? null
    if (heldId === document.id) return
    // Coming back returns to this citation, not to the top.
    history.replace({ ...route, focus: { start: citation.start, end: citation.end }, matches: [] })
    history.navigate(
      heldId === null ? { screen: 'instrument', id: citation.instrumentId } : documentRoute(heldId),
    )
  }

  const atTop = citationAt(inOrder, offset)
  const currentId = shownId ?? (atTop === null ? null : (inOrder[atTop]?.id ?? null))
  const card = citations.find(({ id }) => id === pointed.citationId)
  return (
    <article className={styles.screen} data-testid="reader">
      <ReaderHeader
        document={document}
        isPageShown={isPageShown}
        onShowPage={hasPages(document) ? showPage : null}
      />
      {matches.isOpen ? (
        <MatchBar
          query={matches.query}
          total={matches.places.length}
          current={matches.current}
          focusRequest={matches.focusRequest}
          onQuery={matches.setQuery}
          onStep={matches.step}
          onClose={matches.close}
        />
      ) : null}
      <div
        className={styles.body}
        onPointerDownCapture={noteLeader}
        onWheelCapture={noteLeader}
        onKeyDownCapture={noteLeader}
      >
        {isPageShown ? null : (
          <div className={styles.outline}>
            <Outline entries={outline} current={section} onOpen={openEntry} />
          </div>
        )}
        <div className={styles.middle}>
          {document.unreadCode !== null ? (
            <UnreadNotice document={document} />
          ) : (
            <ReaderText
              handle={reader}
              text={text}
              chunks={chunks}
              threads={threads}
              markings={markings}
              pageStarts={pageStarts}
              ownInstrumentId={document.instrument.id}
              activeCitationId={currentId}
              onPlace={onPlace}
              onEscape={pointed.clear}
              onFollow={follow}
              onPoint={pointed.point}
              onSelection={setSelection}
              onCaret={(place) => pageImage.current?.point(place)}
            />
          )}
          {selection === null ? null : (
            <CorrectText
              key={`${selection.start}-${selection.end}`}
              documentId={document.id}
              text={text}
              selection={selection}
              onDone={() => {
                setSelection(null)
                // The words it marked are others now.
                setFocus(null)
              }}
            />
          )}
        </div>
        {isPageShown ? (
          <PageImagePane
            document={document}
            handle={pageImage}
            offset={offset}
            onScrolledTo={(place) => {
              // A glide of the image may still be running when the person has already turned to the text.
              if (isImageLeading.current) reader.current?.showAtTop(place)
            }}
            onWord={(word) => {
              setFocus(word)
              setSelection(word)
              reveal(word)
            }}
            onClose={() => showPage(false)}
          />
        ) : null}
        <aside className={mergeClasses(styles.side, isPageShown && styles.sideBesideImage)}>
          <TabList
            selectedValue={tab}
            onTabSelect={(_, data) => setTab(data.value === 'details' ? 'details' : 'citations')}
          >
            <Tab value="citations" data-testid="tab-citations">
              {t('reader.citations')} ({citations.length})
            </Tab>
            <Tab value="details" data-testid="tab-details">
              {t('reader.details')}
            </Tab>
          </TabList>
          {tab === 'citations' ? (
            <CitationsPanel
              document={document}
              currentId={currentId}
              onShow={(citation) => {
                reveal(citation)
                setShownId(citation.id)
              }}
              onFollow={follow}
              onReveal={show}
            />
          ) : (
            <DetailsPanel document={document} onReveal={show} />
          )}
        </aside>
      </div>
      {card === undefined || pointed.element === null ? null : (
        <CitationCard
          citation={card}
          element={pointed.element}
          text={text}
          ownInstrumentId={document.instrument.id}
          onClose={pointed.clear}
          onEnter={pointed.keep}
          onLeave={() => pointed.point(null, null, false)}
          onFollow={follow}
          onInstrument={(id) => history.navigate({ screen: 'instrument', id })}
        />
      )}
    </article>
  )
}
