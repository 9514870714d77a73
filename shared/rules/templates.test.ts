import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { parseDesign, serialize } from '../design/serialize'
import { kindOf } from '../elements/kinds'
import { graphOf } from '../graph/graph'
import { korean } from '../texts/ko/korean'
import { english } from '../texts/text'
import { validate } from './validate'

const folder = fileURLToPath(new URL('../../assets/templates/', import.meta.url))
const templates = readdirSync(folder).filter((file) => file.endsWith('.fairlead'))

it('has one for each of the usual architectures, and the command line knows them by these names', () => {
  expect(templates.sort()).toEqual([
    'batch-scheduled.fairlead',
    'blue-green.fairlead',
    'ec2-replica-daemon.fairlead',
    'eks.fairlead',
    'fargate-service-alb.fairlead',
    'multi-az-efs.fairlead',
    'nlb-privatelink.fairlead',
    'service-connect.fairlead',
    'sqs-worker.fairlead',
  ])
})

describe.each(templates)('%s', (file) => {
  const text = readFileSync(`${folder}${file}`, 'utf8')
  const read = parseDesign(text, file)
  if (!read.ok) throw new Error(english(read.error.what))
  const design = read.value

  it('is canonical text', () => expect(serialize(design)).toBe(text))

  it('leaves nothing to say: no errors, no warnings, no advice', () => {
    expect(validate(design).map(({ rule, element }) => `${element}: ${rule}`)).toEqual([])
  })

  it('has a place for everything that is drawn', () => {
    const { rows } = graphOf(design)
    const drawn = Object.keys(design.elements).filter((id) => !rows.has(id))
    expect(drawn.filter((id) => design.layout[id] === undefined)).toEqual([])
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

  it('says what it shows, in both languages, and names no account', () => {
    const { title, description } = design
    expect(title).toMatch(/^[A-Z][^.]+$/)
    expect(description).toMatch(/^[A-Z].+\.$/)
    expect(korean[String(title)]).toMatch(/\p{Script=Hangul}[^.]*$/u)
    expect(korean[String(description)]).toMatch(/\p{Script=Hangul}.*니다\.$/u)
    expect(design.account).toBeUndefined()
  })
})
