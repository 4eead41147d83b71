/** Facts of a graph and the filter chosen come in; menus go out that say what is drawn, and bring back what was hidden. */
import {
  Button,
  Menu,
  MenuDivider,
  MenuGroup,
  MenuGroupHeader,
  MenuItem,
  MenuItemCheckbox,
  MenuItemRadio,
  MenuList,
  MenuPopover,
  MenuTrigger,
} from '@fluentui/react-components'
import { ArrowUndo20Regular, EyeOff20Regular, Filter20Regular } from '@fluentui/react-icons'
import { useMemo } from 'react'
import type { EdgeRelation } from '../../../shared/contract/citation.ts'
import { formatCount } from '../../../shared/wording/dates.ts'
import { instrumentName } from '../../../shared/wording/instruments.ts'
import { RELATION_ORDER, relationWording } from '../../../shared/wording/relations.ts'
import { useWords } from '../../i18n/language.ts'
import type { GraphFacts } from './graphFacts.ts'
import { type GraphFilter, showAgain, TIES, unhideLast } from './graphFilter.ts'
import { KIND_GROUPS, kindGroupOf } from './kindGroups.ts'

/** Hidden instruments named in the menu, the last one first; all of them come back together. */
const MOST_NAMED = 12

interface Props {
  readonly facts: GraphFacts
  readonly filter: GraphFilter
  readonly onFilter: (filter: GraphFilter) => void
}

/** Relations, kinds, held against only cited, tied or alone: what is ticked is drawn. */
export function ShownMenu({ facts, filter, onFilter }: Props) {
  const { t, language } = useWords()
  const relations = useMemo(() => {
    const met = new Set([...facts.edges.values()].map(({ relation }) => relation))
    return RELATION_ORDER.filter((relation) => met.has(relation))
  }, [facts])
  const groups = useMemo(() => {
    const met = new Set([...facts.nodes.values()].map(({ kind }) => kindGroupOf(kind)))
    return KIND_GROUPS.filter((group) => met.has(group))
  }, [facts])
  const held = [filter.isHeldHidden ? '' : 'held', filter.isCitedHidden ? '' : 'cited'].filter(Boolean)
  const alone = facts.nodes.size - facts.degrees.size
  return (
    <Menu
      checkedValues={{
        relation: relations.filter((relation) => !filter.hiddenRelations.has(relation)),
        group: groups.filter((group) => !filter.hiddenGroups.has(group)),
        held,
        ties: [filter.ties],
      }}
      onCheckedValueChange={(_, { name, checkedItems }) => {
        const isLeftOut = (value: string): boolean => !checkedItems.includes(value)
        if (name === 'relation')
          onFilter({ ...filter, hiddenRelations: new Set<EdgeRelation>(relations.filter(isLeftOut)) })
        else if (name === 'group') onFilter({ ...filter, hiddenGroups: new Set(groups.filter(isLeftOut)) })
        else if (name === 'ties')
          onFilter({ ...filter, ties: TIES.find((ties) => !isLeftOut(ties)) ?? 'all' })
        else onFilter({ ...filter, isHeldHidden: isLeftOut('held'), isCitedHidden: isLeftOut('cited') })
      }}
    >
      <MenuTrigger disableButtonEnhancement>
        <Button size="small" icon={<Filter20Regular />} data-testid="graph-shown">
          {t('tracing.shown')}
        </Button>
      </MenuTrigger>
      <MenuPopover>
        <MenuList>
          <MenuGroup>
            <MenuItemCheckbox name="held" value="held">
              {t('trace.legendHeld')}
            </MenuItemCheckbox>
            <MenuItemCheckbox name="held" value="cited">
              {t('trace.legendCited')}
            </MenuItemCheckbox>
          </MenuGroup>
          <MenuDivider />
          <MenuGroup>
            {TIES.map((ties) => (
              <MenuItemRadio key={ties} name="ties" value={ties} data-testid={`graph-ties-${ties}`}>
                {t(`tracing.tiesShown.${ties}`, { n: formatCount(alone, language) })}
              </MenuItemRadio>
            ))}
          </MenuGroup>
          <MenuDivider />
          <MenuGroup>
            <MenuGroupHeader>{t('tracing.shownKinds')}</MenuGroupHeader>
            {groups.map((group) => (
              <MenuItemCheckbox key={group} name="group" value={group}>
                {t(`tracing.group.${group}`)}
              </MenuItemCheckbox>
            ))}
          </MenuGroup>
          {relations.length === 0 ? null : (
            <MenuGroup>
              <MenuGroupHeader>{t('tracing.relation')}</MenuGroupHeader>
              {relations.map((relation) => (
                <MenuItemCheckbox key={relation} name="relation" value={relation}>
                  {relationWording(relation, language).heading}
                </MenuItemCheckbox>
              ))}
            </MenuGroup>
          )}
        </MenuList>
      </MenuPopover>
    </Menu>
  )
}

/** What a person hid, one by one or all to bring back. Nothing while nothing is hidden. */
export function HiddenMenu({ facts, filter, onFilter }: Props) {
  const { t, language } = useWords()
  const hidden = [...filter.hiddenIds].reverse()
  if (hidden.length === 0) return null
  return (
    <>
      <Button
        size="small"
        appearance="subtle"
        icon={<ArrowUndo20Regular />}
        onClick={() => onFilter(unhideLast(filter))}
        data-testid="graph-undo-hide"
      >
        {t('tracing.undoHide')}
      </Button>
      <Menu>
        <MenuTrigger disableButtonEnhancement>
          <Button size="small" appearance="subtle" icon={<EyeOff20Regular />} data-testid="graph-hidden">
            {t('tracing.hiddenCount', { n: hidden.length })}
          </Button>
        </MenuTrigger>
        <MenuPopover>
          <MenuList>
            <MenuItem
              onClick={() => onFilter({ ...filter, hiddenIds: new Set() })}
              data-testid="graph-show-all"
            >
              {t('tracing.showHidden')}
            </MenuItem>
            <MenuDivider />
            {hidden.slice(0, MOST_NAMED).map((id) => {
              const node = facts.nodes.get(id)
              return node === undefined ? null : (
                <MenuItem key={id} onClick={() => onFilter(showAgain(filter, id))}>
                  {instrumentName(node, language)}
                </MenuItem>
              )
            })}
          </MenuList>
        </MenuPopover>
      </Menu>
    </>
  )
}
