import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { parseDesign, serialize } from '../design/serialize'
import { kindOf } from '../elements/kinds'
import { graphOf } from '../graph/graph'
import { validate } from './validate'
import { english } from '../texts/text'

const folder = fileURLToPath(new URL('../../assets/templates/', import.meta.url))
const templates = readdirSync(folder).filter((file) => file.endsWith('.fairlead'))

it('the three that an empty canvas offers are there', () => {
  expect(templates).toEqual(
    expect.arrayContaining(['ec2-daemon-efs.fairlead', 'fargate-service-alb.fairlead', 'sqs-batch.fairlead']),
  )
})

describe.each(templates)('%s', (file) => {
  const text = readFileSync(`${folder}${file}`, 'utf8')
  const read = parseDesign(text, file)
  if (!read.ok) throw new Error(english(read.error.what))
  const design = read.value

  it('is canonical text', () => expect(serialize(design)).toBe(text))

  it('has neither errors nor warnings', () => {
    expect(validate(design).filter(({ severity }) => severity !== 'advice')).toEqual([])
  })

  it('holds known kinds, and every line leads somewhere', () => {
    expect(Object.values(design.elements).filter(({ kind }) => !kindOf(kind))).toEqual([])
    const graph = graphOf(design)
    const dangling = [...graph.dangling.values()].flat()
    expect(dangling.filter(({ pointer }) => !/\/(environment|PolicyDocument)\//.test(pointer))).toEqual([])
    const loose = Object.keys(design.elements).filter(
      (id) => !graph.parent.has(id) && !graph.incoming.has(id) && !graph.outgoing.has(id),
    )
    expect(loose).toEqual([])
  })

  it('says in one sentence what it shows, and names no account', () => {
    expect(design.title).toMatch(/^[A-Z][^.]+$/)
    expect(design.description).toMatch(/^[A-Z][^.]+\.$/)
    expect(design.account).toBeUndefined()
  })
})
