/** Imports what AWS tells of the resources around a service: load balancers, target groups, repositories, file systems. */
import { isObject, toPointer } from '../basics/json'
import { own } from '../basics/own'
import { answers } from './aws/answers'
import { leaveOut } from './aws/described'
import { defineImport } from './format'
import { type Document, eachDocument, holdsOnly } from './reading/documents'

export const awsAnswersImport = defineImport({
  id: 'aws-answers',
  title: 'AWS CLI answer',
  recognises: (file) => holdsOnly(file, (document) => listIn(document) !== undefined),
  read: (collector, files) =>
    eachDocument(collector, files, (document) => {
      const found = listIn(document)
      if (!found || !isObject(document.value)) return
      const { name, list, key } = found
      const others = Object.keys(document.value).filter((member) => member !== key)
      leaveOut(collector, others, { file: document.file, pointer: document.pointer })
      for (const [index, body] of list.entries()) {
        const pointer = document.pointer + toPointer([key, index])
        own(answers, name)?.add(collector, body, { file: document.file, pointer, within: '' })
      }
    }),
})

interface Found {
  readonly name: string
  /** The member that holds the list. */
  readonly key: string
  readonly list: readonly Record<string, unknown>[]
}

function listIn({ value }: Document): Found | undefined {
  if (!isObject(value)) return undefined
  for (const [name, { key, marks }] of Object.entries(answers)) {
    const list = value[key]
    if (!Array.isArray(list) || list.length === 0) continue
    const isOne = (item: unknown): item is Record<string, unknown> =>
      isObject(item) && marks.every((member) => Object.hasOwn(item, member))
    if (list.every(isOne)) return { name, key, list }
  }
  return undefined
}
