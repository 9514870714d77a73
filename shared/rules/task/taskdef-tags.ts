import { TAG_KEY_LENGTH, TAG_PREFIX, TAG_VALUE_LENGTH, TAGS } from '../../aws/facts/tags'
import { isObject } from '../../basics/json'
import { cut } from '../../basics/quote'
import { capacityProvider } from '../../elements/capacity-provider'
import { cluster } from '../../elements/cluster'
import { service as serviceKind } from '../../elements/service'
import { task as taskKind } from '../../elements/task'
import { taskDefinition } from '../../elements/task-definition'
import { say, type Text } from '../../texts/text'
import { drawing, element, fargateTask } from '../examples'
import { dropItemsWith } from '../fixes'
import { defineRule, type Fix } from '../rule'

export const taskdefTags = defineRule({
  id: 'taskdef-tags',
  severity: 'error',
  on: [taskDefinition, cluster, serviceKind, taskKind, capacityProvider],
  needs: ['/tags'],
  title: 'Tags keep to AWS’s limits',
  message: 'There are {count} tags, and at most {most} are allowed; take some away.',
  variants: {
    repeated: 'Tag key “{key}” is there more than once; keep one of them.',
    key: 'A tag key has at most {most} characters; “{key}” is longer.',
    value: 'The value of a tag has at most {most} characters; that of “{key}” is longer.',
    reserved: 'Tags that begin with aws: belong to AWS; rename or remove “{key}”.',
  },
  why: 'Tags are for looking up, counting and paying by, so AWS keeps them short and every key unique. It writes its own ones with the prefix aws:, in any letter case, and refuses those of others.',
  sources: [
    {
      ref: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_Tag.html',
      checked: '2026-11-26',
    },
    { ref: 'API:RegisterTaskDefinitionRequest.tags', checked: '2026-11-26' },
  ],
  check({ id, spec, report }) {
    if (!spec.tags) return
    const seen = new Set<string>()
    let own = 0
    spec.tags.forEach(({ key = '', value = '' }, index) => {
      const at = `/tags/${index}`
      const called = cut(key, 40)
      const reserved = isReserved(key)
      // Those of AWS do not count.
      if (!reserved) own++
      if (reserved) {
        const fix = dropItemsWith(say`Remove “${called}”`, id, '/tags', 'key', key)
        report({ at: `${at}/key`, values: { key: called }, variant: 'reserved', fix })
      } else if (isReserved(value)) {
        report({
          at: `${at}/value`,
          values: { key: cut(value, 40) },
          variant: 'reserved',
          severity: 'warning',
        })
      }
      if (key !== '' && seen.has(key)) {
        report({
          at,
          values: { key: called },
          variant: 'repeated',
          fix: keepFirst(say`Keep the first “${called}”`, id),
        })
      }
      seen.add(key)
      if (characters(key) > TAG_KEY_LENGTH)
        report({ at: `${at}/key`, values: { key: called, most: TAG_KEY_LENGTH }, variant: 'key' })
      if (characters(value) > TAG_VALUE_LENGTH)
        report({ at: `${at}/value`, values: { key: called, most: TAG_VALUE_LENGTH }, variant: 'value' })
    })
    if (own > TAGS) report({ at: '/tags', values: { count: own, most: TAGS } })
  },
  examples: () => ({
    valid: {
      'a key, and a value with blanks': tagged({ key: 'owner', value: 'Team Orders' }),
      'as many as are allowed': tagged(...many(TAGS)),
      'the longest': tagged({ key: 'k'.repeat(TAG_KEY_LENGTH), value: 'v'.repeat(TAG_VALUE_LENGTH) }),
      'keys that differ in letter case': tagged({ key: 'Owner', value: 'a' }, { key: 'owner', value: 'b' }),
      'aws in the middle': tagged({ key: 'team:aws', value: 'yes' }),
    },
    invalid: {
      'one too many': { design: tagged(...many(TAGS + 1)), element: 'task', at: '/tags' },
      'the same key twice': {
        design: tagged({ key: 'owner', value: 'a' }, { key: 'owner', value: 'b' }),
        element: 'task',
        at: '/tags/1',
      },
      'AWS’s prefix, in capital letters': {
        design: tagged({ key: 'AWS:owner', value: 'a' }),
        element: 'task',
        at: '/tags/0/key',
      },
      'AWS’s prefix in a value': {
        design: tagged({ key: 'stack', value: 'aws:web' }),
        element: 'task',
        at: '/tags/0/value',
        severity: 'warning',
      },
      'a long key': {
        design: tagged({ key: 'k'.repeat(TAG_KEY_LENGTH + 1), value: 'a' }),
        element: 'task',
        at: '/tags/0/key',
      },
      'a long value, on a cluster': {
        design: drawing({
          main: element('cluster', {
            clusterName: 'main',
            tags: [{ key: 'owner', value: 'v'.repeat(TAG_VALUE_LENGTH + 1) }],
          }),
        }),
        element: 'main',
        at: '/tags/0/value',
      },
    },
  }),
})

function isReserved(text: string): boolean {
  return text.slice(0, TAG_PREFIX.length).toLowerCase() === TAG_PREFIX
}

/** Unicode characters, which is what AWS counts. */
function characters(text: string): number {
  return [...text].length
}

/** Takes away every tag whose key an earlier one has. */
function keepFirst(title: Text, id: string): Fix {
  return {
    title,
    apply: (draft) => {
      const spec = draft.elements[id]?.spec
      if (!spec || !Array.isArray(spec.tags)) return
      const seen = new Set<unknown>()
      const kept = spec.tags.filter((tag) => {
        const key = isObject(tag) ? tag.key : undefined
        const isFirst = key === undefined || !seen.has(key)
        seen.add(key)
        return isFirst
      })
      if (kept.length < spec.tags.length) spec.tags = kept
    },
  }
}

function tagged(...tags: readonly Readonly<Record<string, string>>[]) {
  return drawing({ task: fargateTask({ tags }) })
}

function many(count: number) {
  return Array.from({ length: count }, (_, i) => ({ key: `key-${i}`, value: 'a' }))
}
