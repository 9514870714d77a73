import { deploymentTypes } from '../../aws/facts/deployments'
import { proxyNetworkModes } from '../../aws/facts/service-connect'
import { service as serviceKind } from '../../elements/service'
import { runOf } from '../../graph/runs'
import { deployByEcs } from '../deployment/to-rolling'
import { behindBalancer, onEc2, onFargate } from '../examples'
import { definitionOf, networkModeOf, runsWindows } from '../reading'
import { deploymentTypeOf } from '../rollout'
import { defineRule } from '../rule'

const AT = '/serviceConnectConfiguration'
const connect = { serviceConnectConfiguration: { enabled: true, namespace: 'internal' } }

export const serviceConnectNetwork = defineRule({
  id: 'service-connect-network',
  severity: 'error',
  on: [serviceKind],
  needs: ['/serviceConnectConfiguration'],
  title: 'Service Connect is for Linux tasks in awsvpc or bridge mode that ECS deploys',
  message:
    'Service Connect can’t put its proxy before tasks with network mode {mode}; use awsvpc or bridge in the task definition.',
  variants: {
    windows: 'Service Connect has no proxy for Windows tasks; use service discovery for them.',
    controller: '{deployment} does not go with Service Connect; let ECS deploy the service.',
  },
  why: 'ECS adds a proxy container to each task and leads the traffic through it. It can do so in the task’s own network, for Linux, and when it starts the tasks itself. Blue/green, linear and canary deployments by ECS work with it, too.',
  sources: [
    { ref: 'DG-2023:service-connect', checked: '2026-11-26' },
    {
      ref: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/blue-green-deployment-implementation.html',
      checked: '2026-11-21',
    },
    { ref: 'CDK:ServiceConnectRelatedPort', checked: '2026-11-21' },
  ],
  check({ id, spec, graph, report }) {
    if (spec.serviceConnectConfiguration?.enabled !== true) return
    const type = deploymentTypeOf(spec)
    if (type !== undefined && !deploymentTypes[type].serviceConnect) {
      report({
        at: AT,
        values: { deployment: deploymentTypes[type].name },
        variant: 'controller',
        ...(type === 'CODE_DEPLOY' && { fix: deployByEcs(id) }),
      })
      return
    }
    const definition = definitionOf(graph, id)?.spec
    const launch = runOf(graph, id)?.launch
    // External instances are service-external-launch.
    if (!definition || launch === 'EXTERNAL') return
    const mode = networkModeOf(definition, launch)
    if (runsWindows(definition) === true) report({ at: AT, variant: 'windows' })
    else if (mode !== undefined && !proxyNetworkModes.includes(mode)) report({ at: AT, values: { mode } })
  },
  examples: () => ({
    valid: {
      'awsvpc on Fargate': onFargate(connect),
      'bridge on EC2': onEc2(connect, { networkMode: 'bridge', memory: '1024' }),
      'no mode on EC2, which means bridge': onEc2(connect, { memory: '1024' }),
      'a canary deployment by ECS': onFargate({
        ...connect,
        deploymentConfiguration: { strategy: 'CANARY' },
      }),
      'a mode that is not known yet': onEc2(connect, { networkMode: '<mode>', memory: '1024' }),
      'turned off, in host mode': onEc2(
        { serviceConnectConfiguration: { enabled: false } },
        { networkMode: 'host' },
      ),
    },
    invalid: {
      'host mode': {
        design: onEc2(connect, { networkMode: 'host', memory: '1024' }),
        element: 'web',
        at: AT,
      },
      'mode none': {
        design: onEc2(connect, { networkMode: 'none', memory: '1024' }),
        element: 'web',
        at: AT,
      },
      Windows: {
        design: onFargate(connect, {
          cpu: '1024',
          memory: '2048',
          runtimePlatform: { operatingSystemFamily: 'WINDOWS_SERVER_2022_CORE' },
        }),
        element: 'web',
        at: AT,
      },
      'deployed by CodeDeploy': {
        design: behindBalancer({ ...connect, deploymentController: { type: 'CODE_DEPLOY' } }),
        element: 'web',
        at: AT,
      },
    },
  }),
})
