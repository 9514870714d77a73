/** What an export to CloudFormation says beside the template. */
import { quote } from '../../basics/quote'
import type { Deployment, Input } from '../../deployment/deployment'
import type { Design } from '../../design/design'
import { kindOf, labelOf } from '../../elements/kinds'
import { sentence } from '../../elements/meanings'
import { graphOf, nameOf } from '../../graph/graph'
import { say } from '../../texts/text'
import type { ExportNote } from '../format'
import { oneInstanceNotes } from '../one-instance'
import { type Drafts, isSecureString } from './drafts'
import type { Names } from './expressions'

interface Told {
  readonly design: Design
  readonly deployment: Deployment
  readonly drafts: Drafts
  readonly names: Names
  readonly inputs: readonly Input[]
}

/** What follows from the rest, or is the same without. */
const NEEDLESS =
  /\/(?:clientToken|ClientToken|CreationToken|Backup|LocationConstraint|MinCount|MaxCount|IsDefault|ReturnSubscriptionArn|MinCapacity|MaxCapacity|Policy|StreamEnabled|acceptBucketWarning)$/

/** Calls that lines of the drawing became. */
const LINES: ReadonlySet<string> = new Set(['protects', 'mounts'])

/** All of it: what people have to give, what is not in the template, and what it has that the drawing has not. */
export function notesOf(told: Told): readonly ExportNote[] {
  return [
    ...parameters(told),
    ...fromDeployment(told),
    ...leftOut(told),
    ...unmade(told),
    ...oneInstanceNotes(told.design, told.deployment),
    ...lines(told),
  ]
}

function parameters({ inputs, names }: Told): ExportNote[] {
  return inputs.flatMap((input) => {
    const said = names.input(input.name)
    if (!('parameter' in said)) return []
    const text = say`Parameter ${quote(said.parameter)} must be given: ${input.text}`
    const element = input.element === undefined ? {} : { element: input.element }
    return [{ code: 'parameter', pointer: `/Parameters/${said.parameter}`, text, ...element }]
  })
}

/** CloudFormation gives names by itself, and replaces what is deployed by hand. */
function fromDeployment({ deployment, design }: Told): ExportNote[] {
  return deployment.notes
    .filter(({ code, element, pointer }) => {
      const name = kindOf(design.elements[element]?.kind ?? '')?.name
      return !(code === 'added' && pointer !== undefined && pointer === name)
    })
    .map(({ code, element, text }) => ({ code, element, text }))
}

function leftOut({ design, drafts }: Told): ExportNote[] {
  return [...drafts.all.values()].flatMap(({ element, left }) =>
    left
      .filter((pointer) => !NEEDLESS.test(pointer))
      .map((pointer) => {
        const name = nameOf(graphOf(design), element)
        const member = pointer.slice(1).replaceAll('/', '.')
        const text = say`CloudFormation has no place for ${quote(member)} of “${name}”. Set it after the stack stands.`
        return { code: 'left-out', element, text }
      }),
  )
}

function unmade({ design, drafts }: Told): ExportNote[] {
  return drafts.unmade.map((resource) => {
    const { element, type } = resource
    const name = nameOf(graphOf(design), element)
    if (isSecureString(resource)) {
      const text = say`SSM parameter “${name}” is not in the template, since CloudFormation can’t make a SecureString. Make it by the AWS CLI before the stack.`
      return { code: 'left-out', element, text }
    }
    const kind = labelOf(design.elements[element]?.kind ?? '')
    const text = say`${kind} “${name}” is not in the template, since CloudFormation can’t make the call ${type}. Make it by the AWS CLI.`
    return { code: 'left-out', element, text }
  })
}

/** Lines that only a drawing holds. */
function lines({ design }: Told): ExportNote[] {
  const graph = graphOf(design)
  return Object.values(design.connections)
    .filter(({ from, to, meaning }) => !LINES.has(meaning) && design.elements[from] && design.elements[to])
    .filter(({ from, meaning }) => !(meaning === 'feeds' && design.elements[from]?.kind === 'sns-topic'))
    .map(({ from, to, meaning }) => {
      const said = sentence(nameOf(graph, from), meaning, nameOf(graph, to))
      return { code: 'drawn-only', element: from, text: say`Only the drawing says that ${said}.` }
    })
}
