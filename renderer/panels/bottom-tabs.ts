/** The tabs of the bottom panel, in their order. */
import type { FunctionComponent } from 'react'
import type { Design } from '../../shared/design/design'
import { ConflictsPanel } from '../conflicts/conflicts-panel'
import { CostPanel } from '../cost/cost-panel'
import { conflictCount } from '../document/conflicts'
import { ProblemsPanel } from '../problems/problems-panel'
import { ReviewPanel } from '../review/panel/review-panel'
import type { BottomTab } from '../store'
import { t } from '../strings/strings'

export interface BottomTabEntry {
  readonly id: BottomTab
  readonly title: () => string
  /** A section whose first child is its head, in line with the tabs, and whose second is its body. */
  readonly Panel: FunctionComponent
  /** Is there anything to show? Absent: the tab is always there. */
  readonly when?: (design: Design) => boolean
}

export const bottomTabs: readonly BottomTabEntry[] = [
  { id: 'problems', title: () => t('problems.title'), Panel: ProblemsPanel },
  { id: 'review', title: () => t('review.title'), Panel: ReviewPanel },
  { id: 'cost', title: () => t('cost.title'), Panel: CostPanel },
  {
    id: 'conflicts',
    title: () => t('conflicts.title'),
    Panel: ConflictsPanel,
    when: (design) => conflictCount(design) > 0,
  },
]
