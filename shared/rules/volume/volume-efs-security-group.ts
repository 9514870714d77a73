import { nfsPort } from '../../aws/facts/volumes'
import type { Spec } from '../../design/design'
import { efsFileSystem } from '../../elements/efs-file-system'
import { instancesIn } from '../../graph/capacity'
import { type Graph, nameOf } from '../../graph/graph'
import { mountTargetsOf } from '../../graph/network'
import type { Run } from '../../graph/runs'
import { admits, securityGroupsOf } from '../../graph/security-groups'
import { say } from '../../texts/text'
import { drawing, element, service } from '../examples'
import { admit } from '../fixes-security-groups'
import { givesOwnInterface } from '../reading'
import { defineRule, type Fix } from '../rule'
import { runsMounting } from './efs-volumes'
import { efsVolume, fargateWith } from './examples'

export const volumeEfsSecurityGroup = defineRule({
  id: 'volume-efs-security-group',
  severity: 'warning',
  on: [efsFileSystem],
  needs: ['/MountTargets'],
  title: 'Mount targets of EFS let their tasks in',
  message:
    'Security group “{group}” of EFS “{fileSystem}” does not let “{sender}” in; admit TCP port {port} from it.',
  why: 'Tasks mount the file system by NFS, TCP port 2049 of its mount targets. In awsvpc mode they come from the tasks’ own security groups, otherwise from those of the container instances. A mount that is not let in times out, and the task stops.',
  sources: [
    { ref: 'https://docs.aws.amazon.com/efs/latest/ug/network-access.html', checked: '2026-11-21' },
    { ref: 'ACR:task-definition-authoring', checked: '2026-11-21' },
  ],
  check({ id, graph, report }) {
    const targets = mountTargetsOf(graph, id)
    if (!targets) return
    const seen = new Set<string>()
    for (const { pointer, securityGroups } of targets) {
      const [group] = securityGroups ?? []
      // Mount targets share their groups as a rule; each is told about once.
      if (!securityGroups || group === undefined || seen.has(group)) continue
      const sender = runsMounting(graph, id)
        .flatMap((run) => sendersOf(graph, run))
        .find((from) => admits(graph, securityGroups, { port: nfsPort, from }) === false)?.[0]
      if (sender === undefined) continue
      seen.add(group)
      report({
        at: `${pointer}/SecurityGroups`,
        values: {
          group: nameOf(graph, group),
          fileSystem: nameOf(graph, id),
          sender: nameOf(graph, sender),
          port: nfsPort,
        },
        fix: admitFix(graph, group, sender),
      })
    }
  },
  examples: () => ({
    valid: {
      'admitted from the tasks’ group': guarded([nfsFrom({ SourceSecurityGroupId: '@{web-sg}' })]),
      'all traffic from the tasks’ group': guarded([
        { IpProtocol: '-1', SourceSecurityGroupId: '@{web-sg}' },
      ]),
      'a range, in which the tasks may be': guarded([nfsFrom({ CidrIp: '10.0.0.0/16' })]),
      'rules that the drawing says nothing of': guarded(undefined),
      'tasks in the VPC’s default group': guarded([nfsFrom({ SourceSecurityGroupId: '@{other}' })], []),
    },
    invalid: {
      'admitted from others only': {
        design: guarded([nfsFrom({ SourceSecurityGroupId: '@{other}' })]),
        element: 'shared',
        at: '/MountTargets/0/SecurityGroups',
      },
      'admitted on another port': {
        design: guarded([
          { IpProtocol: 'tcp', FromPort: 443, ToPort: 443, SourceSecurityGroupId: '@{web-sg}' },
        ]),
        element: 'shared',
        at: '/MountTargets/0/SecurityGroups',
      },
      'from container instances': {
        design: drawing({
          ...groups([nfsFrom({ SourceSecurityGroupId: '@{other}' })]),
          main: element('cluster', { clusterName: 'main' }),
          nodes: element('container-instance', {
            cluster: '@{main}',
            SecurityGroupIds: ['@{web-sg}'],
            agentConnected: true,
            IamInstanceProfile: { Name: 'ecsInstanceRole' },
          }),
          task: fargateWith([efsVolume], { requiresCompatibilities: ['EC2'], networkMode: 'bridge' }),
          web: service({ cluster: '@{main}', launchType: 'EC2' }),
        }),
        element: 'shared',
        at: '/MountTargets/0/SecurityGroups',
      },
    },
  }),
})

function nfsFrom(sender: Spec): Spec {
  return { IpProtocol: 'tcp', FromPort: 2049, ToPort: 2049, ...sender }
}

function groups(ingress: readonly Spec[] | undefined) {
  const targets = ['@{subnet-a}', '@{subnet-b}'].map((SubnetId) => ({
    SubnetId,
    SecurityGroups: ['@{efs-sg}'],
  }))
  return {
    'subnet-a': element('subnet'),
    'subnet-b': element('subnet'),
    'efs-sg': element('security-group', { GroupName: 'efs', SecurityGroupIngress: ingress }),
    'web-sg': element('security-group', { GroupName: 'web' }),
    other: element('security-group', { GroupName: 'other' }),
    shared: element('efs-file-system', { CreationToken: 'shared', Encrypted: true, MountTargets: targets }),
  }
}

function guarded(ingress: readonly Spec[] | undefined, securityGroups: readonly string[] = ['@{web-sg}']) {
  return drawing({
    ...groups(ingress),
    task: fargateWith([efsVolume]),
    web: service({
      launchType: 'FARGATE',
      networkConfiguration: { awsvpcConfiguration: { subnets: ['@{subnet-a}'], securityGroups } },
    }),
  })
}

/** The security groups that the tasks' connections come from; for container instances those of each kind of them. */
function sendersOf(graph: Graph, { runner, cluster, launch }: Run): readonly (readonly string[])[] {
  const own = givesOwnInterface(graph, runner)
  if (own) return [securityGroupsOf(graph, runner) ?? []]
  if (own === undefined || launch !== 'EC2' || cluster === undefined) return []
  return instancesIn(graph, cluster).map((group) => securityGroupsOf(graph, group.id) ?? [])
}

function admitFix(graph: Graph, group: string, sender: string): Fix {
  return {
    title: say`Admit TCP ${nfsPort} from “${nameOf(graph, sender)}” in “${nameOf(graph, group)}”`,
    apply: (draft) => admit(draft, group, sender, { first: nfsPort, last: nfsPort }),
  }
}
