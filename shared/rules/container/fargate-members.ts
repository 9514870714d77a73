/** What a container on Fargate can't have, since nobody reaches the host that it runs on. */
import { dockerOptionsNotOnFargate, linuxParametersNotOnFargate } from '../../aws/facts/container-members'
import type { Spec } from '../../design/design'
import { container, drawing, ec2Task, fargateTask, inSubnets, service } from '../examples'
import { ruleFamily, type Source } from '../rule'
import { onFargate, unsupportedMembers } from './unsupported-members'

const windows = { operatingSystemFamily: 'WINDOWS_SERVER_2022_CORE', cpuArchitecture: 'X86_64' }

export const fargateMembers = ruleFamily([
  unsupportedMembers({
    id: 'container-privileged-fargate',
    severity: 'error',
    title: 'Fargate runs no privileged containers',
    message:
      'Container “{container}” is privileged, which Fargate does not allow; turn it off, or run it on EC2.',
    why: 'A privileged container has nearly the rights of root on its host. A Fargate host belongs to AWS, so RegisterTaskDefinition refuses the member; SYS_PTRACE is the one right that can be added there.',
    sources: sources('DG:fargate-tasks-services'),
    members: ['/privileged'],
    refused: onFargate,
    examples: () => ({
      valid: {
        'false, which is the default': onlyFargate({ privileged: false }),
        'on EC2': onlyEc2({ privileged: true }),
        'Windows, which has a rule of its own': drawing({
          task: fargateTask({
            cpu: '1024',
            memory: '2048',
            runtimePlatform: windows,
            containerDefinitions: [container({ privileged: true })],
          }),
        }),
      },
      invalid: {
        'on Fargate': {
          design: onlyFargate({ privileged: true }),
          element: 'task',
          at: '/containerDefinitions/0/privileged',
        },
        'claimed for EC2, but run on Fargate, too': {
          design: drawing({
            task: fargateTask({
              requiresCompatibilities: ['EC2'],
              containerDefinitions: [container({ privileged: true })],
            }),
            web: service({ launchType: 'FARGATE', networkConfiguration: inSubnets }),
          }),
          element: 'task',
          at: '/containerDefinitions/0/privileged',
        },
      },
    }),
  }),
  unsupportedMembers({
    id: 'container-fargate-docker-options',
    severity: 'error',
    title: 'Fargate has no settings for DNS, extra hosts and Docker’s security options',
    message: 'Fargate does not take {member}; remove it from container “{container}”.',
    why: 'These settings are for the Docker daemon and the network of a container instance. A task on Fargate has neither: it uses the resolver of its VPC, and RegisterTaskDefinition refuses the members.',
    sources: sources('DG:fargate-tasks-services'),
    members: dockerOptionsNotOnFargate,
    refused: onFargate,
    examples: () => ({
      valid: {
        'empty lists and false': onlyFargate({
          dnsServers: [],
          dnsSearchDomains: [],
          dockerSecurityOptions: [],
          extraHosts: [],
          disableNetworking: false,
        }),
        'on EC2': onlyEc2({
          dnsServers: ['10.0.0.2'],
          extraHosts: [{ hostname: 'db', ipAddress: '10.0.0.9' }],
        }),
        'a terminal and standard input': onlyFargate({ interactive: true, pseudoTerminal: true }),
      },
      invalid: {
        'a DNS server': refused({ dnsServers: ['10.0.0.2'] }, '/dnsServers'),
        'a search domain': refused({ dnsSearchDomains: ['corp.example'] }, '/dnsSearchDomains'),
        'an extra host': refused({ extraHosts: [{ hostname: 'db', ipAddress: '10.0.0.9' }] }, '/extraHosts'),
        'a security option': refused(
          { dockerSecurityOptions: ['no-new-privileges'] },
          '/dockerSecurityOptions',
        ),
        'no network at all': refused({ disableNetworking: true }, '/disableNetworking'),
      },
    }),
  }),
  unsupportedMembers({
    id: 'container-linux-params-fargate',
    severity: 'error',
    title: 'Fargate has no devices, shared memory size and swap',
    message: 'Fargate does not take {member}; remove it from container “{container}”.',
    why: 'Devices and swap are the host’s, which on Fargate nobody configures, and the size of /dev/shm is fixed there. RegisterTaskDefinition refuses these members; tmpfs, the init process and dropped capabilities are fine.',
    sources: [
      {
        ref: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_LinuxParameters.html',
        checked: '2026-11-26',
      },
      { ref: 'DG:fargate-tasks-services', checked: '2026-11-21' },
    ],
    members: linuxParametersNotOnFargate,
    refused: onFargate,
    examples: () => ({
      valid: {
        'tmpfs, an init process and a capability less': onlyFargate({
          linuxParameters: {
            initProcessEnabled: true,
            tmpfs: [{ containerPath: '/tmp', size: 64 }],
            capabilities: { add: ['SYS_PTRACE'], drop: ['ALL'] },
          },
        }),
        'no devices': onlyFargate({ linuxParameters: { devices: [] } }),
        'swap on EC2': onlyEc2({ linuxParameters: { maxSwap: 512, swappiness: 60 } }),
      },
      invalid: {
        'shared memory': refused(
          { linuxParameters: { sharedMemorySize: 64 } },
          '/linuxParameters/sharedMemorySize',
        ),
        'a device': refused(
          { linuxParameters: { devices: [{ hostPath: '/dev/fuse' }] } },
          '/linuxParameters/devices',
        ),
        'swap, even none of it': refused({ linuxParameters: { maxSwap: 0 } }, '/linuxParameters/maxSwap'),
        swappiness: refused({ linuxParameters: { swappiness: 10 } }, '/linuxParameters/swappiness'),
      },
    }),
  }),
])

function sources(second: string): readonly Source[] {
  return [
    {
      ref: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ContainerDefinition.html',
      checked: '2026-11-26',
    },
    { ref: second, checked: '2026-11-21' },
  ]
}

function onlyFargate(members: Spec) {
  return drawing({ task: fargateTask({ containerDefinitions: [container(members)] }) })
}

function onlyEc2(members: Spec) {
  return drawing({ task: ec2Task({ containerDefinitions: [container({ memory: 512, ...members })] }) })
}

function refused(members: Spec, member: string) {
  return { design: onlyFargate(members), element: 'task', at: `/containerDefinitions/0${member}` }
}
