import { describe, expect, it } from 'vitest'
import {
  choice,
  decimal,
  flag,
  group,
  item,
  json,
  line,
  list,
  map,
  oneOf,
  spec,
  text,
  whole,
} from '../../shared/elements/fields'
import { kinds } from '../../shared/elements/registry'
import { taskDefinition } from '../../shared/elements/task-definition'
import {
  type Field,
  fieldAt,
  fieldsOf,
  inSentence,
  isPair,
  isShort,
  itemTitle,
  otherMembers,
  parseNumber,
  sectionsOf,
  split,
} from './form-model'

const schema = spec({
  name: text('Name', 'Its name.', { main: true }),
  size: whole('Size', 'How large.', { unit: 'GiB', default: '20', group: 'Storage' }),
  ratio: decimal('Ratio', 'Any number.'),
  enabled: flag('Enabled', 'Yes or no.', { default: 'true' }),
  mode: choice('Mode', 'One of AWS’s values.', ['a', 'b'], { main: true, group: 'Storage' }),
  network: group('Network', 'Where it is.', {
    subnets: list('Subnets', 'Some.', line, { main: true }),
    assignPublicIp: flag('Public IP', 'Whether.'),
  }),
  variables: list(
    'Variables',
    'Pairs.',
    item({ name: text('Name', 'Its name.'), value: text('Value', 'Its value.') }),
  ),
  types: list('Types', 'Values.', oneOf(['X', 'Y'])),
  labels: map('Labels', 'Names and texts.'),
  policy: json('Policy', 'Anything.'),
})
const fields = fieldsOf(schema)
const field = (key: string) => fields.find((f) => f.key === key) as Field
const keys = (some: readonly Field[]) => some.map((f) => f.key)

describe('fields of a schema', () => {
  it('takes label, help, unit and default from the vocabulary', () => {
    expect(field('size')).toEqual({
      key: 'size',
      type: 'whole',
      label: 'Size',
      help: 'How large.',
      unit: 'GiB',
      default: '20',
      group: 'Storage',
    })
  })

  it.each([
    ['name', 'text'],
    ['size', 'whole'],
    ['ratio', 'decimal'],
    ['enabled', 'flag'],
    ['mode', 'text'],
    ['network', 'object'],
    ['variables', 'list'],
    ['labels', 'map'],
    ['policy', 'other'],
  ])('%s is drawn as %s', (key, type) => expect(field(key).type).toBe(type))

  it('an open choice offers its usual values, in a list too', () => {
    expect(field('mode').choices).toEqual(['a', 'b'])
    const types = field('types')
    expect(types.type === 'list' && types.item).toMatchObject({ type: 'text', choices: ['X', 'Y'] })
  })

  it('every member of every kind has words for the form', () => {
    const speechless = kinds.flatMap((kind) =>
      everyField(fieldsOf(kind.spec)).filter((f) => !f.label || !f.help),
    )
    expect(speechless).toEqual([])
  })
})

function everyField(some: readonly Field[]): Field[] {
  return some.flatMap((f) => {
    if (f.type === 'object') return [f, ...everyField(f.fields)]
    if (f.type === 'list' && f.item.type === 'object') return [f, ...everyField(f.item.fields)]
    return [f]
  })
}

describe('which fields show', () => {
  it('main ones, those with a main one inside, and those that are set', () => {
    const { shown, hidden } = split(fields, { ratio: 2 }, '')
    expect(keys(shown)).toEqual(['name', 'ratio', 'mode', 'network'])
    expect(keys(hidden)).toContain('labels')
  })

  it('those that the user asked for', () => {
    expect(keys(split(fields, {}, '/a', new Set(['/a/labels'])).shown)).toContain('labels')
    expect(keys(split(fields, {}, '', new Set(['/a/labels'])).shown)).not.toContain('labels')
  })

  it('all of them where none is a main one', () => {
    const pair = [field('ratio'), field('labels')]
    expect(split(pair, undefined, '').hidden).toEqual([])
  })

  it('groups keep the order in which they first appear, after the fields without one', () => {
    const shown = split(fields, { size: 1, ratio: 2 }, '').shown
    expect(sectionsOf(shown).map((s) => [s.title, keys(s.fields)])).toEqual([
      [undefined, ['name', 'ratio', 'network']],
      ['Storage', ['size', 'mode']],
    ])
  })

  it('members that the schema does not know are named', () => {
    expect(otherMembers(fields, { name: 'a', 'x-vendor': 1 })).toEqual(['x-vendor'])
    expect(otherMembers(fields, 'no object')).toEqual([])
  })
})

describe('a field by its place', () => {
  const own = fieldsOf(taskDefinition.spec)
  it.each([
    [['family'], 'Family'],
    [['containerDefinitions', '0', 'image'], 'Image URI'],
    [['containerDefinitions', '1', 'portMappings', '0', 'hostPort'], 'Host port'],
  ])('%j is “%s”', (path, label) => expect(fieldAt(own, path)?.label).toBe(label))

  it('unknown members, and what is inside a map, have none', () => {
    expect(fieldAt(own, ['nonsense'])).toBeUndefined()
    expect(fieldAt(fields, ['labels', 'team'])).toBeUndefined()
    expect(fieldAt(fields, ['name', 'deeper'])).toBeUndefined()
  })
})

describe('how a field is laid out', () => {
  it('names and values stand in one line', () => {
    const variables = field('variables')
    expect(variables.type === 'list' && isPair(variables.item)).toBe(true)
    expect(isPair(field('network'))).toBe(false)
  })

  it('numbers take half a line as long as their words fit', () => {
    expect(isShort(field('ratio'))).toBe(true)
    expect(isShort(field('size'))).toBe(true)
    expect(isShort({ ...field('size'), unit: 'seconds' })).toBe(false)
    expect(isShort(field('name'))).toBe(false)
  })

  it.each([
    [{ name: 'api', image: 'nginx' }, 'api'],
    [{ image: 'nginx', essential: true }, 'nginx'],
    [{ containerPort: 8080 }, '8080'],
    [{ name: '', options: {} }, undefined],
    ['/bin/sh', '/bin/sh'],
  ])('%j is called %s', (value, title) => expect(itemTitle(value)).toBe(title))

  it.each([
    ['Task memory', 'task memory'],
    ['CPU', 'CPU'],
    ['VPC', 'VPC'],
    ['Image URI', 'image URI'],
  ])('“%s” is “%s” inside a sentence', (label, words) => expect(inSentence(label)).toBe(words))
})

describe('a number as it is typed', () => {
  const parse = (typed: string, type: 'whole' | 'decimal' = 'whole') =>
    parseNumber(typed, type, (t) => t.startsWith('${'))

  it.each([
    ['256', 256],
    [' 0 ', 0],
    ['-1', -1],
    ['', undefined],
    ['${CPU}', '${CPU}'],
  ])('“%s” means %s', (typed, value) => expect(parse(typed)).toEqual({ ok: true, value }))

  it.each(['12x', '1.5', '1e3', '0x10', '99999999999999999999', 'Infinity'])(
    '“%s” is no whole number',
    (typed) => expect(parse(typed)).toEqual({ ok: false }),
  )

  it('a decimal may be unfinished, and may have an exponent', () => {
    expect(parse('1.', 'decimal')).toEqual({ ok: true, value: 1 })
    expect(parse('.5', 'decimal')).toEqual({ ok: true, value: 0.5 })
    expect(parse('1e3', 'decimal')).toEqual({ ok: true, value: 1000 })
    expect(parse('1e999', 'decimal')).toEqual({ ok: false })
  })
})
