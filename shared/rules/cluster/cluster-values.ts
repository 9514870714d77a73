/** What single members of a cluster may say. */
import { CONTAINER_INSIGHTS, clusterName, containerInsights, execLogging } from '../../aws/facts/clusters'
import { toText } from '../../basics/convert'
import type { Spec } from '../../design/design'
import { cluster as clusterKind } from '../../elements/cluster'
import { say } from '../../texts/text'
import { drawing, element } from '../examples'
import { setMembers } from '../fixes'
import { limitRule, ofCharacters, oneOfValues, reportBreaches } from '../limits'
import { isAbsent, isUnknown } from '../reading'
import { defineRule, ruleFamily } from '../rule'

const page = {
  ref: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_CreateCluster.html',
  checked: '2026-11-26',
}
const settingPage = {
  ref: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ClusterSetting.html',
  checked: '2026-11-26',
}

const EXEC_LOGGING = '/configuration/executeCommandConfiguration/logging'
const insights = oneOfValues(containerInsights)
const sessionLog = oneOfValues(execLogging)

export const clusterValues = ruleFamily([
  limitRule({
    id: 'cluster-name-invalid',
    severity: 'error',
    on: [clusterKind],
    path: '/clusterName',
    limit: ofCharacters(clusterName.max, clusterName.character),
    title: 'A cluster is named with letters, digits, hyphens and underscores',
    message:
      'Cluster name “{value}” is not allowed; use at most 255 letters, digits, hyphens and underscores.',
    why: 'The name is part of the ARN of the cluster and of everything in it, where other characters have a meaning of their own. CreateCluster refuses them. A cluster without a name is called default.',
    sources: [page],
    examples: () => ({
      valid: {
        'letters, digits, hyphen and underscore': named('Web_prod-2'),
        'the longest': named('a'.repeat(clusterName.max)),
        'no name, which means default': drawing({ main: element('cluster') }),
        'a placeholder': named('<environment> cluster'),
      },
      invalid: {
        'a blank and an exclamation mark': {
          design: named('web prod!'),
          element: 'main',
          at: '/clusterName',
        },
        'one character too long': {
          design: named('a'.repeat(clusterName.max + 1)),
          element: 'main',
          at: '/clusterName',
        },
      },
    }),
  }),
  limitRule({
    id: 'cluster-setting-name',
    severity: 'error',
    on: [clusterKind],
    path: '/settings/*/name',
    limit: oneOfValues([CONTAINER_INSIGHTS]),
    title: 'The one setting of a cluster is containerInsights',
    message: '“{value}” is no setting of a cluster; containerInsights is the only one.',
    why: 'Container Insights is all that a cluster can be set to. Names such as awsvpcTrunking belong to account settings, which PutAccountSetting changes.',
    sources: [settingPage],
    examples: () => ({
      valid: {
        'Container Insights': set(CONTAINER_INSIGHTS, 'enabled'),
        'a placeholder': set('{{setting}}', 'enabled'),
      },
      invalid: {
        'a setting of the account': {
          design: set('awsvpcTrunking', 'enabled'),
          element: 'main',
          at: '/settings/0/name',
        },
        'with a hyphen': {
          design: set('container-insights', 'enabled'),
          element: 'main',
          at: '/settings/0/name',
        },
      },
    }),
  }),
  defineRule({
    id: 'cluster-insights-value',
    severity: 'error',
    on: [clusterKind],
    needs: ['/settings'],
    title: 'Container Insights is enhanced, enabled or disabled',
    message: 'Container Insights can’t be “{value}”; choose enhanced, enabled or disabled.',
    why: 'These three words are all that ECS knows: the classic metrics, those with more detail down to the container, and none. CreateCluster refuses others.',
    sources: [settingPage],
    check({ id, spec, report }) {
      spec.settings?.forEach(({ name, value }, index) => {
        if (name !== CONTAINER_INSIGHTS || isAbsent(value) || isUnknown(value) || insights.allows(value))
          return
        const at = `/settings/${index}/value`
        const meant = toText(insights.mend?.(value) ?? inOtherWords(value))
        const fix = setMembers(say`Set Container Insights to ${meant}`, id, { [at]: meant })
        report({ at, values: { value: toText(value) }, fix })
      })
    },
    examples: () => ({
      valid: {
        'with more detail': set(CONTAINER_INSIGHTS, 'enhanced'),
        enabled: set(CONTAINER_INSIGHTS, 'enabled'),
        'a placeholder': set(CONTAINER_INSIGHTS, '{{insights}}'),
        'the value of a setting that ECS does not have, which cluster-setting-name reports': set('x', 'on'),
      },
      invalid: {
        'another word for enabled': {
          design: set(CONTAINER_INSIGHTS, 'on'),
          element: 'main',
          at: '/settings/0/value',
        },
        'another word for disabled': {
          design: set(CONTAINER_INSIGHTS, 'off'),
          element: 'main',
          at: '/settings/0/value',
        },
        'in capitals': {
          design: set(CONTAINER_INSIGHTS, 'ENHANCED'),
          element: 'main',
          at: '/settings/0/value',
        },
      },
    }),
  }),
  defineRule({
    id: 'cluster-exec-logging-value',
    severity: 'error',
    on: [clusterKind],
    needs: [EXEC_LOGGING],
    title: 'Sessions of ECS Exec are logged by DEFAULT, OVERRIDE or NONE',
    message: '“{value}” is no log setting of ECS Exec; use DEFAULT, OVERRIDE or NONE.',
    why: 'DEFAULT takes the log configuration of the container, OVERRIDE the one of the cluster, and NONE keeps no log of a session. CreateCluster refuses other words.',
    sources: [
      {
        ref: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ExecuteCommandConfiguration.html',
        checked: '2026-11-26',
      },
    ],
    check(context) {
      // A log configuration goes with OVERRIDE, whatever else was meant.
      const has = !isAbsent(context.spec.configuration?.executeCommandConfiguration?.logConfiguration)
      reportBreaches(context, EXEC_LOGGING, has ? { ...sessionLog, mend: () => 'OVERRIDE' } : sessionLog)
    },
    examples: () => ({
      valid: { 'no log': execLogged('NONE'), 'a placeholder': execLogged('<logging>') },
      invalid: {
        'in lower case': {
          design: execLogged('none'),
          element: 'main',
          at: '/configuration/executeCommandConfiguration/logging',
        },
        'another word': {
          design: execLogged('CLOUDWATCH'),
          element: 'main',
          at: '/configuration/executeCommandConfiguration/logging',
        },
      },
    }),
  }),
])

/** People who say `off` want no metrics; whatever else stands there, they wanted some. */
function inOtherWords(value: unknown): (typeof containerInsights)[number] {
  return /^(off|false|no|none|0)$/i.test(toText(value)) ? 'disabled' : 'enabled'
}

function clusterOf(spec: Spec) {
  return drawing({ main: element('cluster', { clusterName: 'main', ...spec }) })
}

function named(clusterName: string) {
  return clusterOf({ clusterName })
}

function set(name: string, value: string) {
  return clusterOf({ settings: [{ name, value }] })
}

function execLogged(logging: string) {
  return clusterOf({ configuration: { executeCommandConfiguration: { logging } } })
}
