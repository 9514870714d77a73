/** A design that people have reviewed: approved, changed since, talked about, with a waiver. */
import type { Design } from '../design/design'
import { edit } from '../design/edit'
import { approve } from '../review/approvals'
import { reply, resolve, startThread } from '../review/threads'
import { shop } from './drawings'

const by = (author: string, at: string) => ({ author, email: `${author}@example.com`, at })

/** Adds a review to a design; the task definition that it is about is named. */
export function reviewed(design: Design, definition: string): Design {
  const approved = edit(design, (draft) =>
    approve(draft, design, { id: 'first', by: by('reviewer', '2026-11-20T08:30:00.000Z'), comment: 'Fine.' }),
  ).design
  return edit(approved, (draft) => {
    const spec = draft.elements[definition]?.spec
    if (spec) spec.memory = '2048'
    draft.elements.jobs = { kind: 'sqs-queue', spec: { QueueName: 'jobs' } }
    draft.layout.jobs = { x: -300, y: 0 }
    const pin = { element: definition, pointer: '/memory' }
    const ask = by('reviewer', '2026-11-24T10:00:00.000Z')
    const question = 'Why twice as much?\nOnce was enough.'
    startThread(draft, { id: 'why', comment: 'c1', kind: 'change-request', pin, text: question, by: ask })
    reply(draft, 'why', 'c2', 'The new image needs it.', by('author', '2026-11-24T10:42:00.000Z'))
    const gone = { element: 'gone', named: 'old-queue' }
    const note = by('reviewer', '2026-11-25T15:00:00.000Z')
    startThread(draft, {
      id: 'note',
      comment: 'c3',
      kind: 'note',
      pin: gone,
      text: 'Was not used.',
      by: note,
    })
    const region = { x: 0, y: 0, width: 300, height: 200 }
    const decided = by('author', '2026-11-25T16:00:00.000Z')
    const decision = 'One Region is enough.'
    startThread(draft, {
      id: 'region',
      comment: 'c4',
      kind: 'decision',
      pin: region,
      text: decision,
      by: decided,
    })
    resolve(draft, 'region', by('reviewer', '2026-11-26T09:00:00.000Z'))
  }).design
}

/** The shop, with a review. */
export const reviewedShop: Design = reviewed({ ...shop, region: 'eu-west-1' }, 'web-task')
