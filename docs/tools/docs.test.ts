import { expect, it } from 'vitest'
import { rules } from '../../shared/rules/registry'
import { stalePages } from './docs'
import { rulePages } from './rule-pages'
import { sourceTags } from './source-tags'

it('the rule reference says what the rule files say (else: npm run docs)', () => {
  expect(stalePages(false)).toEqual([])
})

it('a page holds the message, both sorts of examples, the fix and the sources', () => {
  const page = rulePages().get('port-awsvpc-host.md')
  expect(page).toContain('# In awsvpc mode a host port equals the container port')
  expect(page).toContain('it is 8080. (`task/containerDefinitions/0/portMappings/0/hostPort`)')
  expect(page).toContain('Quick fix: Remove host port 8080.')
  expect(page).toContain('"portMappings": [{ "containerPort": 8080, "hostPort": 8080 }]')
  expect(page).toContain('- E3053, read on 2026-11-21')
})

it('every tag of a source is explained', () => {
  const tags = sourceTags.map(({ tag }) => tag).join(' ')
  const used = rules
    .flatMap(({ sources }) => sources.map(({ ref }) => ref))
    .filter((ref) => !ref.startsWith('https:'))
  for (const ref of used) expect(tags).toContain(/^E3/.test(ref) ? 'E3xxx' : `${ref.split(':')[0]}:`)
})
