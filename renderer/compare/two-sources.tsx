import { useState } from 'react'
import type { Failure } from '../../shared/basics/result'
import { useApp } from '../app-context'
import { t } from '../strings/strings'
import { Button } from '../ui/button'
import { Refused } from './file-source'
import { openPair } from './open-compare'
import { pairOf } from './pair'
import { chooseSources, type Source } from './sources'

type Side = 'before' | 'after'

/** Two files, neither of which is the open design. Chosen together, they fill both sides. */
export function TwoSources() {
  const app = useApp()
  const [sources, setSources] = useState<{ readonly [S in Side]?: Source }>({})
  const [failure, setFailure] = useState<Failure>()
  const choose = async (side: Side) => {
    setFailure(undefined)
    const chosen = await chooseSources(app, 2)
    if (!chosen.ok) return setFailure(chosen.error)
    const [first, second] = chosen.value
    if (first && second) setSources({ before: first, after: second })
    else if (first) setSources((old) => ({ ...old, [side]: first }))
  }
  const { before, after } = sources
  const compare = () => {
    if (!before || !after) return
    const names = { before: before.name, after: after.name }
    void openPair(app, pairOf(before.content, after.content), names)
  }
  return (
    <>
      {(['before', 'after'] as const).map((side) => (
        <div key={side} className="compare-picked">
          <span className="compare-picked-side">{t(`compare.open.${side}`)}</span>
          <span className="compare-picked-name">{sources[side]?.name ?? '–'}</span>
          <Button
            size="small"
            aria-label={`${t(`compare.open.${side}`)}: ${t('compare.open.choose')}`}
            onPress={() => void choose(side)}
          >
            {t('compare.open.choose')}
          </Button>
        </div>
      ))}
      {failure && <Refused failure={failure} />}
      <p className="compare-go">
        <Button variant="primary" isDisabled={!before || !after} onPress={compare}>
          {t('compare.open.compare')}
        </Button>
      </p>
    </>
  )
}
