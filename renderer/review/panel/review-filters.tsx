import {
  Button as AriaButton,
  Header,
  Menu,
  MenuItem,
  MenuSection,
  MenuTrigger,
  Popover,
  type Selection,
  ToggleButtonGroup,
} from 'react-aria-components'
import { kindLabel, threadKinds } from '../../../shared/review/threads'
import { t } from '../../strings/strings'
import { words } from '../../strings/words'
import { CheckedIcon, FilterIcon } from '../../ui/icons'
import { ToggleButton } from '../../ui/toggle-button'
import { ThreadKindIcon } from '../thread-kind-icon'
import { changeFilter } from './filter-state'
import type { ThreadFilter, ThreadStatus } from './thread-filter'

interface Props {
  readonly filter: ThreadFilter
  readonly counts: Readonly<Record<ThreadStatus, number>>
  readonly unread: number
}

const STATUSES: readonly ThreadStatus[] = ['open', 'resolved', 'all']

/** What is listed: by status, what concerns me, and the rest in a menu. */
export function ReviewFilters({ filter, counts, unread }: Props) {
  return (
    <>
      <ToggleButtonGroup
        className="problems-filters"
        aria-label={t('review.status')}
        selectionMode="single"
        disallowEmptySelection
        selectedKeys={[filter.status]}
        onSelectionChange={(keys) => changeFilter({ status: [...keys][0] as ThreadStatus })}
      >
        {STATUSES.map((status) => (
          <ToggleButton key={status} id={status}>
            {t(`review.${status}`)}
            <span className="problems-count">{counts[status]}</span>
          </ToggleButton>
        ))}
      </ToggleButtonGroup>
      <fieldset className="problems-filters" aria-label={t('review.filterTitle')}>
        <ToggleButton isSelected={filter.mine} onChange={(mine) => changeFilter({ mine })}>
          {t('review.mine')}
        </ToggleButton>
        <ToggleButton isSelected={filter.unread} onChange={(on) => changeFilter({ unread: on })}>
          {t('review.unread')}
          <span className="problems-count">{unread}</span>
        </ToggleButton>
        <MoreFilters filter={filter} />
      </fieldset>
    </>
  )
}

const OTHERS = ['selected', 'since'] as const
const OTHER_NAMES = { selected: 'review.filterSelected', since: 'review.filterSince' } as const

/** The filters that are wanted less often: any of them together. */
function MoreFilters({ filter }: { readonly filter: ThreadFilter }) {
  const others = OTHERS.filter((name) => filter[name])
  const count = others.length + filter.kinds.size
  const chosen = (keys: Selection) => new Set(keys === 'all' ? [] : [...keys].map(String))
  return (
    <MenuTrigger>
      <AriaButton className="ui-toggle-button" data-selected={count > 0 || undefined}>
        <FilterIcon size={14} />
        {t('review.filter')}
        {count > 0 && <span className="problems-count">{count}</span>}
      </AriaButton>
      <Popover className="ui-popover ui-menu" offset={4} placement="top start">
        <Menu className="ui-options" aria-label={t('review.filterTitle')}>
          <MenuSection
            className="ui-menu-group"
            selectionMode="multiple"
            selectedKeys={others}
            onSelectionChange={(keys) => {
              const now = chosen(keys)
              changeFilter({ selected: now.has('selected'), since: now.has('since') })
            }}
          >
            <Header className="ui-menu-title">{t('review.filterTitle')}</Header>
            {OTHERS.map((name) => (
              <FilterItem key={name} id={name} text={t(OTHER_NAMES[name])} />
            ))}
          </MenuSection>
          <MenuSection
            className="ui-menu-group"
            selectionMode="multiple"
            selectedKeys={filter.kinds}
            onSelectionChange={(keys) => changeFilter({ kinds: chosen(keys) })}
          >
            <Header className="ui-menu-title">{t('review.filterKinds')}</Header>
            {Object.keys(threadKinds).map((kind) => (
              <FilterItem key={kind} id={kind} text={words(kindLabel(kind))} kind={kind} />
            ))}
          </MenuSection>
        </Menu>
      </Popover>
    </MenuTrigger>
  )
}

interface ItemProps {
  readonly id: string
  readonly text: string
  readonly kind?: string
}

function FilterItem({ id, text, kind }: ItemProps) {
  return (
    <MenuItem id={id} className="ui-option" textValue={text}>
      {kind !== undefined && <ThreadKindIcon kind={kind} />}
      <span className="ui-option-label">{text}</span>
      <span className="review-checked">
        <CheckedIcon size={14} />
      </span>
    </MenuItem>
  )
}
