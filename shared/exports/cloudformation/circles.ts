/** Resources that name each other can't be made: what closes a circle becomes a resource of its own. */
import { referencedIn } from '../../deployment/pieces'
import type { Draft, Drafts } from './drafts'
import { separables, separate } from './separated'

/** Takes circles apart, as far as CloudFormation has resources to do it with. */
export function withoutCircles(drafts: Drafts): void {
  for (let i = 0; i <= drafts.all.size; i++) {
    const circle = circleIn(drafts)
    if (circle.size === 0 || !opened(drafts, circle)) break
  }
  for (const draft of drafts.all.values()) {
    const circle = circleIn(drafts)
    if (circle.has(draft.id)) draft.after = draft.after.filter((id) => !circle.has(id))
  }
}

/** Separates the first item that closes the circle. */
function opened(drafts: Drafts, circle: ReadonlySet<string>): boolean {
  for (const id of circle) {
    const draft = drafts.all.get(id)
    if (!draft) continue
    for (const [type, { member }] of Object.entries(separables)) {
      const list: unknown = type === 'AWS::IAM::RolePolicy' ? undefined : draft.properties[member]
      const index = Array.isArray(list)
        ? list.findIndex((item) => needsOf(item).some((one) => circle.has(one)))
        : -1
      if (index < 0) continue
      separate(drafts, draft, type, index)
      return true
    }
  }
  return false
}

function needsOf(value: unknown): readonly string[] {
  return referencedIn(value).flatMap((reference) => ('resource' in reference ? [reference.resource] : []))
}

/** The ids of some circle; empty when there is none. A resource that names itself is one. */
function circleIn({ all, folded }: Drafts): ReadonlySet<string> {
  const needs = (draft: Draft) =>
    [...needsOf(draft.properties), ...draft.after]
      .map((id) => folded.get(id) ?? id)
      .filter((id) => all.has(id))
  const state = new Map<string, 'open' | 'done'>()
  const path: string[] = []
  const visit = (id: string): ReadonlySet<string> | undefined => {
    if (state.get(id) === 'done') return undefined
    if (state.get(id) === 'open') return new Set(path.slice(path.indexOf(id)))
    state.set(id, 'open')
    path.push(id)
    const draft = all.get(id)
    for (const next of draft ? needs(draft) : []) {
      const found = visit(next)
      if (found) return found
    }
    path.pop()
    state.set(id, 'done')
    return undefined
  }
  for (const id of all.keys()) {
    const found = visit(id)
    if (found) return found
  }
  return new Set()
}
