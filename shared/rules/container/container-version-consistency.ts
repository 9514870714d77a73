import { toText } from '../../basics/convert'
import { valueAt } from '../../basics/json'
import { own } from '../../basics/own'
import { quote } from '../../basics/quote'
import { taskDefinition } from '../../elements/task-definition'
import { viewOf } from '../../elements/view'
import { say } from '../../texts/text'
import { container, drawing, fargateTask } from '../examples'
import { setMembers } from '../fixes'
import { isUnknown } from '../reading'
import { defineRule } from '../rule'
import { containersOf } from './containers'

/** Read as people mean it. */
const meanings: Readonly<Record<string, string>> = {
  enabled: 'enabled',
  disabled: 'disabled',
  true: 'enabled',
  false: 'disabled',
}

export const containerVersionConsistency = defineRule({
  id: 'container-version-consistency',
  severity: 'error',
  on: [taskDefinition],
  title: 'Version consistency is enabled or disabled',
  message: 'Container “{container}” has {value} for versionConsistency; write “enabled” or “disabled”.',
  why: 'With version consistency all tasks of a deployment run the image that its tag meant when the deployment began. It is on unless it is disabled, and the API takes these two words only.',
  sources: [
    {
      ref: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ContainerDefinition.html',
      checked: '2026-11-26',
    },
  ],
  check({ id, element, spec, report }) {
    // A boolean is not in the view, but among what is wrong with the spec.
    const { faults } = viewOf(taskDefinition, element.spec)
    for (const { at, called, container } of containersOf(spec)) {
      const place = `${at}/versionConsistency`
      const value =
        container.versionConsistency ?? (faults.length > 0 ? valueAt(element.spec, place) : undefined)
      if (!isJudged(value)) continue
      const meant = own(meanings, toText(value).trim().toLowerCase())
      if (meant === value) continue
      report({
        at: place,
        values: { container: called, value: quote(toText(value)) },
        ...(meant !== undefined && { fix: setMembers(say`Write it as ${meant}`, id, { [place]: meant }) }),
      })
    }
  },
  examples: () => ({
    valid: {
      enabled: versioned('enabled'),
      disabled: versioned('disabled'),
      'left out': drawing({ task: fargateTask() }),
      'a placeholder': versioned('<version-consistency>'),
    },
    invalid: {
      'a boolean': {
        design: versioned(true),
        element: 'task',
        at: '/containerDefinitions/0/versionConsistency',
      },
      'capital letters': {
        design: versioned('DISABLED'),
        element: 'task',
        at: '/containerDefinitions/0/versionConsistency',
      },
      'another word': {
        design: versioned('strict'),
        element: 'task',
        at: '/containerDefinitions/0/versionConsistency',
      },
    },
  }),
})

/** Other types than these two are spec-member-type. */
function isJudged(value: unknown): value is string | boolean {
  return typeof value === 'boolean' || (typeof value === 'string' && value !== '' && !isUnknown(value))
}

function versioned(versionConsistency: string | boolean) {
  return drawing({ task: fargateTask({ containerDefinitions: [container({ versionConsistency })] }) })
}
