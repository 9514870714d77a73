import { type RefObject, useEffect, useRef } from 'react'
import { Button as AriaButton, Toolbar } from 'react-aria-components'
import type { Design } from '../../shared/design/design'
import { useApp, useDesign } from '../app-context'
import {
  type ConflictGroup,
  chooseSide,
  chooseSideForAll,
  conflictGroups,
  conflictWords,
  type OpenConflict,
  type Side,
  showConflict,
  sideHeld,
  valueNow,
} from '../document/conflicts'
import { shortValue } from '../problems/difference-list'
import { t } from '../strings/strings'
import { Button } from '../ui/button'
import { EmptyState } from '../ui/empty-state'
import { IconButton } from '../ui/icon-button'
import { CheckIcon, CloseIcon, GoToIcon } from '../ui/icons'
import './conflicts-panel.css'

const SIDES: readonly Side[] = ['ours', 'theirs', 'base']

/** The bottom panel after a merge: what both sides changed in different ways, each with the values to choose from. */
export function ConflictsPanel() {
  const app = useApp()
  const design = useDesign()
  const groups = conflictGroups(design)
  const box = useNextFocus(design.conflicts)
  return (
    <section ref={box} className="conflicts" aria-label={t('conflicts.title')}>
      <header className="conflicts-head">
        {groups.length > 0 && (
          <>
            <p className="conflicts-lead">{t('conflicts.lead')}</p>
            <Toolbar className="conflicts-all" aria-label={t('conflicts.all')}>
              <span aria-hidden>{t('conflicts.all')}</span>
              {SIDES.map((side) => (
                <Button key={side} size="small" onPress={() => chooseSideForAll(app, side)}>
                  {t(`conflicts.${side}`)}
                </Button>
              ))}
            </Toolbar>
          </>
        )}
        <IconButton
          icon={<CloseIcon />}
          label={t('conflicts.close')}
          onPress={() => app.patch({ bottomTab: undefined })}
        />
      </header>
      <div className="conflicts-body">
        {groups.length === 0 ? (
          <EmptyState
            icon={<CheckIcon size={20} />}
            tone="ok"
            title={t('conflicts.none')}
            hint={t('conflicts.noneHint')}
          />
        ) : (
          groups.map((group) => <Group key={group.conflicts[0]?.key} group={group} />)
        )}
      </div>
    </section>
  )
}

/** What was pressed goes with its conflict: the keyboard moves on to the next one, in the end to the cross. */
function useNextFocus(conflicts: Design['conflicts']): RefObject<HTMLElement | null> {
  const box = useRef<HTMLElement>(null)
  const last = useRef(0)
  useEffect(() => {
    const panel = box.current
    const remember = ({ target }: FocusEvent) => {
      const row = target instanceof Element ? target.closest('.conflict') : null
      last.current = row && panel ? [...panel.querySelectorAll('.conflict')].indexOf(row) : 0
    }
    panel?.addEventListener('focusin', remember)
    return () => panel?.removeEventListener('focusin', remember)
  }, [])
  // biome-ignore lint/correctness/useExhaustiveDependencies: it is done whenever a conflict has gone
  useEffect(() => {
    if (document.activeElement !== document.body) return
    const rows = box.current?.querySelectorAll('.conflict') ?? []
    const row = rows[Math.min(last.current, rows.length - 1)] ?? box.current
    row?.querySelector<HTMLElement>('button')?.focus()
  }, [conflicts])
  return box
}

function Group({ group: { element, title, conflicts } }: { readonly group: ConflictGroup }) {
  const app = useApp()
  const [first] = conflicts
  return (
    <section className="conflicts-group" aria-label={title}>
      <h3>
        {title}
        {element !== undefined && first && (
          <IconButton
            icon={<GoToIcon size={14} />}
            label={t('conflicts.goTo', { name: title })}
            onPress={() => showConflict(app, first)}
          />
        )}
      </h3>
      <ul>
        {conflicts.map((conflict) => (
          <Conflict key={conflict.key} conflict={conflict} title={title} />
        ))}
      </ul>
    </section>
  )
}

interface ConflictProps {
  readonly conflict: OpenConflict
  readonly title: string
}

function Conflict({ conflict, title }: ConflictProps) {
  const app = useApp()
  const design = useDesign()
  const where = conflictWords(design, conflict)
  const held = sideHeld(design, conflict)
  return (
    <li className="conflict" onFocus={() => showConflict(app, conflict)}>
      {where !== '' && <span className="conflict-where">{where}</span>}
      <Toolbar className="conflict-sides" aria-label={t('conflicts.choose', { what: where || title })}>
        {SIDES.map((side) => (
          <AriaButton key={side} className="conflict-side" onPress={() => chooseSide(app, conflict, side)}>
            <span className="conflict-side-name">
              {t(`conflicts.${side}`)}
              {side === held && <span className="conflict-now"> · {t('conflicts.inDesign')}</span>}
            </span>
            <span className="conflict-value" data-absent={conflict[side] === undefined}>
              {conflict[side] === undefined ? t('conflicts.absent') : shortValue(conflict[side])}
            </span>
          </AriaButton>
        ))}
        {held === undefined && (
          <AriaButton className="conflict-side" onPress={() => chooseSide(app, conflict, 'current')}>
            <span className="conflict-side-name">{t('conflicts.current')}</span>
            <span className="conflict-value">{shortValue(valueNow(design, conflict))}</span>
          </AriaButton>
        )}
      </Toolbar>
    </li>
  )
}
