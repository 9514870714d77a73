/** App Mesh's proxy in a task. */
import { takeProxy } from '../../aws/facts/compatibilities'
import { valueAt } from '../../basics/json'
import { taskDefinition } from '../../elements/task-definition'
import { launchTypesOf } from '../../graph/runs'
import { mayName } from '../container/containers'
import { container, drawing, ec2Task, fargateTask } from '../examples'
import { removeMember } from '../fixes'
import { judgedModes } from '../network/modes'
import { isAbsent, isKnown, isUnknown, isWrittenIn, launchName, runsWindows } from '../reading'
import { defineRule, ruleFamily } from '../rule'

const PROXY = {
  ref: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ProxyConfiguration.html',
  checked: '2026-11-26',
}
const at = '/proxyConfiguration'
const proxy = {
  type: 'APPMESH',
  containerName: 'web',
  properties: [
    { name: 'IgnoredUID', value: '1337' },
    { name: 'AppPorts', value: '80' },
  ],
}
const removal = (id: string) => removeMember('Remove the proxy configuration', id, at)

export const proxyRules = ruleFamily([
  defineRule({
    id: 'taskdef-proxy-awsvpc',
    severity: 'error',
    on: [taskDefinition],
    needs: ['/proxyConfiguration'],
    title: 'A proxy configuration needs awsvpc on Linux',
    message: 'A proxy configuration needs network mode awsvpc, and this task has {mode}; remove it.',
    variants: {
      launch: '{launch} takes no proxy configuration; remove it.',
      windows: 'Windows tasks take no proxy configuration; remove it.',
    },
    why: 'The proxy catches the traffic of the task at its own network interface, by rules of the Linux kernel. Without such an interface there is nothing to catch it at.',
    sources: [
      PROXY,
      { ref: 'CDK:ProxyConfigurationOnlyUsedAwsVpc', checked: '2026-11-21' },
      { ref: 'CDK:ProxyConfigurationSupportedTasks', checked: '2026-11-21' },
    ],
    check({ id, spec, graph, report }) {
      if (isAbsent(spec.proxyConfiguration)) return
      const launch = [...launchTypesOf(graph, id)].find((one) => !takeProxy.includes(one))
      // Fargate without a mode is network-fargate-awsvpc.
      const mode = judgedModes(graph, id, spec).find((one) => one !== undefined && one !== 'awsvpc')
      const fix = removal(id)
      if (runsWindows(spec) === true) report({ at, variant: 'windows', fix })
      else if (launch) report({ at, variant: 'launch', values: { launch: launchName(launch) }, fix })
      else if (mode !== undefined) report({ at, values: { mode }, fix })
    },
    examples: () => ({
      valid: {
        'awsvpc on Fargate': drawing({ task: fargateTask({ proxyConfiguration: proxy }) }),
        'awsvpc on EC2': drawing({ task: ec2Task({ networkMode: 'awsvpc', proxyConfiguration: proxy }) }),
        'a mode that is not known yet': drawing({
          task: ec2Task({ networkMode: '<mode>', proxyConfiguration: proxy }),
        }),
        'an empty configuration': drawing({ task: ec2Task({ proxyConfiguration: {} }) }),
      },
      invalid: {
        'bridge, the default of EC2': {
          design: drawing({ task: ec2Task({ proxyConfiguration: proxy }) }),
          element: 'task',
          at,
        },
        'managed instances': {
          design: drawing({
            task: fargateTask({ requiresCompatibilities: ['MANAGED_INSTANCES'], proxyConfiguration: proxy }),
          }),
          element: 'task',
          at,
        },
        Windows: {
          design: drawing({
            task: ec2Task({
              networkMode: 'awsvpc',
              runtimePlatform: { operatingSystemFamily: 'WINDOWS_SERVER_2022_CORE' },
              proxyConfiguration: proxy,
            }),
          }),
          element: 'task',
          at,
        },
      },
    }),
  }),
  defineRule({
    id: 'taskdef-proxy-fields',
    severity: 'error',
    on: [taskDefinition],
    needs: ['/proxyConfiguration'],
    title: 'A proxy configuration names its container and whom it ignores',
    message: 'The proxy must be a container of this task; “{container}” is none.',
    variants: {
      unnamed: 'Say which container of this task is the proxy.',
      ignored: 'Give the proxy IgnoredUID or IgnoredGID, so that it leaves its own traffic alone.',
      type: '“{type}” is no proxy of ECS; the only type is APPMESH.',
    },
    why: 'The proxy is one of the containers, and all traffic of the others goes through it. It must not catch its own, which ECS tells by the user or group that it runs as.',
    sources: [PROXY, { ref: 'CDK:IgnoredUidOrGidRequired', checked: '2026-11-21' }],
    check({ element, spec, report }) {
      const { proxyConfiguration } = spec
      if (proxyConfiguration === undefined || isAbsent(proxyConfiguration)) return
      const { containerName, properties = [], type } = proxyConfiguration
      if (!isWrittenIn(element, at, 'containerName'))
        report({ at: `${at}/containerName`, variant: 'unnamed' })
      else if (isKnown(containerName) && !mayName(spec, containerName))
        report({ at: `${at}/containerName`, values: { container: containerName } })
      const ignores = properties.some(({ name, value }) => IGNORED.includes(name ?? '') && !isAbsent(value))
      if (!ignores && !isUnknown(valueAt(element.spec, `${at}/properties`))) {
        report({ at: `${at}/properties`, variant: 'ignored' })
      }
      if (isKnown(type) && type !== 'APPMESH') report({ at: `${at}/type`, values: { type }, variant: 'type' })
    },
    examples: () => ({
      valid: {
        'container and user': drawing({ task: fargateTask({ proxyConfiguration: proxy }) }),
        'a group instead of a user': drawing({
          task: fargateTask({
            proxyConfiguration: { ...proxy, properties: [{ name: 'IgnoredGID', value: '1337' }] },
          }),
        }),
        'no type, which is APPMESH': drawing({
          task: fargateTask({
            proxyConfiguration: { containerName: 'web', properties: proxy.properties },
          }),
        }),
        'a placeholder for the container': drawing({
          task: fargateTask({ proxyConfiguration: { ...proxy, containerName: '<proxy>' } }),
        }),
      },
      invalid: {
        'a container that is not there': {
          design: drawing({
            task: fargateTask({ proxyConfiguration: { ...proxy, containerName: 'envoy' } }),
          }),
          element: 'task',
          at: `${at}/containerName`,
        },
        'no container': {
          design: drawing({
            task: fargateTask({ proxyConfiguration: { type: 'APPMESH', properties: proxy.properties } }),
          }),
          element: 'task',
          at: `${at}/containerName`,
        },
        'nobody ignored': {
          design: drawing({
            task: fargateTask({
              proxyConfiguration: {
                ...proxy,
                properties: [
                  { name: 'IgnoredUID', value: '' },
                  { name: 'AppPorts', value: '80' },
                ],
              },
            }),
          }),
          element: 'task',
          at: `${at}/properties`,
        },
        'another type': {
          design: drawing({ task: fargateTask({ proxyConfiguration: { ...proxy, type: 'ENVOY' } }) }),
          element: 'task',
          at: `${at}/type`,
        },
      },
    }),
  }),
  defineRule({
    id: 'taskdef-proxy-retired',
    severity: 'warning',
    on: [taskDefinition],
    needs: ['/proxyConfiguration'],
    yieldsTo: ['taskdef-proxy-awsvpc'],
    title: 'App Mesh has ended',
    message:
      'App Mesh ended on 30 September 2026; remove its proxy, and let services talk by Service Connect.',
    why: 'The proxy gets its routes from App Mesh, and AWS switched that off. Service Connect is what came after it: ECS adds and configures the proxy itself, and the task definition needs nothing but port names.',
    sources: [
      {
        ref: 'https://docs.aws.amazon.com/app-mesh/latest/userguide/what-is-app-mesh.html',
        checked: '2026-11-21',
      },
      { ref: 'ERR:SummitRoute/aws_breaking_changes#109', checked: '2026-11-21' },
    ],
    check({ id, spec, report }) {
      if (!isAbsent(spec.proxyConfiguration)) report({ at, fix: removal(id) })
    },
    examples: () => ({
      valid: {
        'port names for Service Connect': drawing({
          task: fargateTask({
            containerDefinitions: [
              container({ portMappings: [{ containerPort: 80, name: 'http', appProtocol: 'http' }] }),
            ],
          }),
        }),
        'an empty configuration': drawing({ task: fargateTask({ proxyConfiguration: {} }) }),
      },
      invalid: {
        'a proxy': {
          design: drawing({ task: fargateTask({ proxyConfiguration: proxy }) }),
          element: 'task',
          at,
        },
      },
    }),
  }),
])

const IGNORED: readonly string[] = ['IgnoredUID', 'IgnoredGID']
