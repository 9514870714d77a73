import './what-if.css'
import { useEffect, useMemo, useState } from 'react'
import { become } from '../../shared/design/become'
import type { Design } from '../../shared/design/design'
import { graphOf, nameOf } from '../../shared/graph/graph'
import { runOf } from '../../shared/graph/runs'
import { keyOf } from '../../shared/rules/mend'
import type { Problem } from '../../shared/rules/problem'
import type { SwitchTarget } from '../../shared/what-if/switch-launch'
import { runnersOf, type WhatIf, whatIf } from '../../shared/what-if/what-if'
import { useApp, useDesign, useGraph } from '../app-context'
import { Modal } from '../overlays/modal'
import { DifferenceList } from '../problems/difference-list'
import { t } from '../strings/strings'
import { Button } from '../ui/button'
import { Choice } from '../ui/choice'
import { Disclosure } from '../ui/disclosure'
import { Broken } from './broken'

const TARGETS: readonly SwitchTarget[] = ['FARGATE', 'EC2', 'MANAGED_INSTANCES']

/** The whole design, in the choice of what is switched. */
const EVERYTHING = ''

/** With more services than that the answer takes so long that the dialog has to be seen first. */
const MANY = 50

/** Switches services to another launch type as a preview: what would break, what mends it, what is left to decide. */
export function WhatIfDialog({ runner }: { readonly runner: string | undefined }) {
  const app = useApp()
  const graph = useGraph()
  const runners = runnersOf(useDesign())
  const [scope, setScope] = useState(runner ?? EVERYTHING)
  const [target, setTarget] = useState<SwitchTarget>(() =>
    elsewhere(runOf(graph, runner ?? runners[0] ?? '')?.launch),
  )
  const answer = useAnswer(target, scope, runners.length > MANY)
  const close = () => app.patch({ overlay: undefined })
  const accept = (design: Design) => {
    const step = t('whatIf.step', { target: t(`whatIf.target.${target}`) })
    app.edit(step, (draft) => become(draft, design))
    close()
  }
  return (
    <Modal
      title={t('whatIf.title')}
      size="large"
      actions={
        <>
          <span className="dialog-gap" />
          <Button onPress={close}>{t('dialog.cancel')}</Button>
          <Button
            variant="primary"
            isDisabled={!answer || answer.runners.length === 0}
            onPress={() => answer && accept(answer.design)}
          >
            {answer && answer.fixes.length > 0
              ? t('whatIf.acceptWith', { count: answer.fixes.length })
              : t('whatIf.accept')}
          </Button>
        </>
      }
    >
      <div className="what-if-choices">
        <Choice
          label={t('whatIf.scope')}
          value={scope}
          onChange={setScope}
          options={[
            { id: EVERYTHING, label: t('whatIf.everything') },
            ...runners.map((id) => ({ id, label: nameOf(graph, id) })),
          ]}
        />
        <Choice
          label={t('whatIf.where')}
          value={target}
          onChange={setTarget}
          options={TARGETS.map((id) => ({ id, label: t(`whatIf.target.${id}`) }))}
        />
      </div>
      {answer && answer.runners.length > 0 && <Answer answer={answer} />}
      {answer?.runners.length === 0 && <p>{t('whatIf.nothing', { target: t(`whatIf.target.${target}`) })}</p>}
      {!answer && <p className="modal-muted">{t('whatIf.working')}</p>}
    </Modal>
  )
}

/** Undefined while it is being worked out. */
function useAnswer(target: SwitchTarget, scope: string, slow: boolean): WhatIf | undefined {
  const design = useDesign()
  const question = useMemo(() => ({ design, target, scope }), [design, target, scope])
  const [drawn, setDrawn] = useState<typeof question>()
  useEffect(() => {
    // The first frame draws the dialog with the question, the second one may then take its time.
    let frame = requestAnimationFrame(() => {
      frame = requestAnimationFrame(() => setDrawn(question))
    })
    return () => cancelAnimationFrame(frame)
  }, [question])
  const asked = slow ? drawn : question
  const answer = useMemo(
    () => asked && whatIf(asked.design, asked.target, asked.scope === EVERYTHING ? undefined : [asked.scope]),
    [asked],
  )
  return asked === question ? answer : undefined
}

/** As many as can be read in a sentence, and in a list. */
const MOST_NAMES = 6
const MOST_CHANGES = 200

function Answer({ answer }: { readonly answer: WhatIf }) {
  const graph = useGraph()
  const design = useDesign()
  const [open, setOpen] = useState(false)
  const names = (ids: readonly string[]) => inWords(ids.map((id) => `“${nameOf(graph, id)}”`))
  const problems = brokenIn(answer)
  const mended = new Set(answer.fixes.map(keyOf))
  const fixed = problems.filter((problem) => mended.has(keyOf(problem))).length
  return (
    <>
      <p>
        {t('whatIf.switches', { names: names(answer.runners) })}
        {answer.alsoAffected.length > 0 && ` ${t('whatIf.shared', { names: names(answer.alsoAffected) })}`}{' '}
        {problems.length === 0
          ? t('whatIf.fits')
          : t('whatIf.breaks', { count: problems.length, fixed, left: problems.length - fixed })}
        {answer.mends.length > 0 && ` ${t('whatIf.mends', { count: answer.mends.length })}`}
      </p>
      <Broken
        graph={graphOf(answer.switched)}
        problems={problems}
        isMended={(problem) => mended.has(keyOf(problem))}
      />
      <Disclosure title={t('whatIf.changes')} expanded={open} onExpand={setOpen}>
        <DifferenceList before={design} after={answer.design} most={MOST_CHANGES} />
      </Disclosure>
    </>
  )
}

/** What would break, and what only turns up after the first fixes. */
function brokenIn({ breaks, left }: WhatIf): readonly Problem[] {
  const known = new Set(breaks.map(keyOf))
  return [...breaks, ...left.filter((problem) => !known.has(keyOf(problem)))]
}

function inWords(names: readonly string[]): string {
  const shown = names.slice(0, MOST_NAMES).join(', ')
  const more = names.length - MOST_NAMES
  return more > 0 ? `${shown} ${t('differences.more', { count: more })}` : shown
}

function elsewhere(launch: string | undefined): SwitchTarget {
  return launch === 'FARGATE' ? 'EC2' : 'FARGATE'
}
