/** The mend for secrets in plain text: a secret of the drawing takes the value's place. */
import { isObject, removePruned, setAt, valueAt } from '../basics/json'
import { slug } from '../basics/slug'
import type { DesignDraft } from '../design/edit'
import { refer } from '../design/references'
import { partShape } from '../elements/parts/imported-shape'
import { secret } from '../elements/secret'
import { grantUse } from '../graph/grant'
import { say } from '../texts/text'
import { addElement, attachExecutionRole, findElement } from './fixes'
import { familyOf } from './reading'
import type { Fix } from './rule'

interface Move {
  /** JSON pointer of the value, or of the list item with that name that holds it. */
  readonly from: string
  /** JSON pointer of the list that gets the secret under that name. */
  readonly into: string
}

/**
 * Takes a value out of a task definition and puts a secret in its place, which is drawn without the value: that does not
 * belong in a design. The execution role may read it.
 */
export function moveToSecret(taskDefinition: string, name: string, { from, into }: Move): Fix {
  return {
    title: say`Move ${name} to a secret in Secrets Manager`,
    apply: (draft) => {
      const element = draft.elements[taskDefinition]
      const plain = valueAt(element?.spec, from)
      if (!element || plain === undefined || (isObject(plain) && plain.name !== name)) return
      const role = !partShape(element)
      const id = drawnSecret(draft, taskDefinition, name)
      removePruned(element.spec, from)
      const list = valueAt(element.spec, into)
      const there = Array.isArray(list) && list.some((item) => isObject(item) && item.name === name)
      if (!there) setAt(element.spec, `${into}/-`, { name, valueFrom: refer(id) })
      if (!role) return
      mayRead(draft, attachExecutionRole(draft, taskDefinition), id)
    },
  }
}

/** The secret of a task definition's variable, drawn when it is not there yet. */
function drawnSecret(draft: DesignDraft, taskDefinition: string, variable: string): string {
  const Name = `${familyOf(taskDefinition, draft.elements[taskDefinition]?.spec)}/${variable}`
  return (
    findElement(draft, secret.kind, 'Name', Name) ??
    addElement(draft, slug(variable, 'secret'), { kind: secret.kind, spec: { Name } })
  )
}

/** What an existing role may do is not known here, so nothing is said about it. */
function mayRead(draft: DesignDraft, role: string | undefined, id: string): void {
  if (role === undefined || draft.elements[role]?.existing) return
  grantUse(draft, role, { use: 'read-secret', resource: refer(id, 'arn') })
}
