/** What Windows containers don't have, or have in another way. */
import { doubtfulOnWindows, notOnWindows } from '../../aws/facts/container-members'
import type { Spec } from '../../design/design'
import { container, drawing, ec2Task, element } from '../examples'
import { ruleFamily } from '../rule'
import { onWindows, unsupportedMembers } from './unsupported-members'

export const windowsMembers = ruleFamily([
  unsupportedMembers({
    id: 'container-windows-unsupported',
    severity: 'error',
    title: 'Windows containers have none of the settings for Linux',
    message: 'Windows containers don’t take {member}; remove it from container “{container}”.',
    why: 'Nearly all of these settings are made of what only Linux has: capabilities, namespaces, ulimits, links. ECS takes none of them for Windows, and the task fails to start.',
    sources: [
      {
        ref: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ContainerDefinition.html',
        checked: '2026-11-26',
      },
      {
        ref: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/use-environment-file.html',
        checked: '2026-11-26',
      },
      { ref: 'DG-2023:windows_task_definitions', checked: '2026-11-21' },
    ],
    members: notOnWindows,
    refused: onWindows,
    examples: () => ({
      valid: {
        'on Linux': drawing({
          task: ec2Task({
            containerDefinitions: [
              container({ memory: 512, ulimits: [{ name: 'nofile', softLimit: 1024, hardLimit: 4096 }] }),
            ],
          }),
        }),
        'empty lists and false': onWindowsInstances({
          links: [],
          ulimits: [],
          linuxParameters: {},
          privileged: false,
          readonlyRootFilesystem: false,
        }),
        'a credential spec and a working directory': onWindowsInstances({
          workingDirectory: 'C:\\app',
          credentialSpecs: ['credentialspec:arn:aws:s3:::specs/web.json'],
        }),
        'a placeholder for the operating system': drawing({
          task: ec2Task({
            runtimePlatform: { operatingSystemFamily: '<os>' },
            containerDefinitions: [container({ memory: 512, readonlyRootFilesystem: true })],
          }),
        }),
      },
      invalid: {
        ...Object.fromEntries(
          Object.entries(linuxOnly()).map(([member, value]) => [
            member,
            {
              design: onWindowsInstances({ [member]: value }),
              element: 'task',
              at: `/containerDefinitions/0/${member}`,
            },
          ]),
        ),
      },
    }),
  }),
  unsupportedMembers({
    id: 'container-windows-user',
    severity: 'warning',
    title: 'User and memory reservation may not work in Windows containers',
    message:
      'AWS’s pages disagree on {member} for Windows containers; try container “{container}” on your instances.',
    why: 'The API’s documentation says that Windows containers take no user, while Security Hub asks for one that is not an administrator; older pages exclude memoryReservation, today’s don’t mention it.',
    sources: [
      {
        ref: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ContainerDefinition.html',
        checked: '2026-11-26',
      },
      { ref: 'SH:ECS.21', checked: '2026-11-21' },
      { ref: 'DG-2023:task_definition_parameters', checked: '2026-11-21' },
    ],
    members: doubtfulOnWindows,
    // Whether it works has to be tried.
    keep: true,
    refused: onWindows,
    examples: () => ({
      valid: {
        neither: onWindowsInstances({}),
        'a user on Linux': drawing({
          task: ec2Task({ containerDefinitions: [container({ memory: 512, user: '1000' })] }),
        }),
      },
      invalid: {
        'a user': {
          design: onWindowsInstances({ user: 'ContainerUser' }),
          element: 'task',
          at: '/containerDefinitions/0/user',
        },
        'a soft limit': {
          design: onWindowsInstances({ memoryReservation: 256 }),
          element: 'task',
          at: '/containerDefinitions/0/memoryReservation',
        },
      },
    }),
  }),
])

function linuxOnly(): Spec {
  return {
    links: ['db'],
    privileged: true,
    readonlyRootFilesystem: true,
    disableNetworking: true,
    dnsServers: ['10.0.0.2'],
    dnsSearchDomains: ['corp.example'],
    extraHosts: [{ hostname: 'db', ipAddress: '10.0.0.9' }],
    ulimits: [{ name: 'nofile', softLimit: 1024, hardLimit: 4096 }],
    linuxParameters: { initProcessEnabled: true },
    systemControls: [{ namespace: 'net.core.somaxconn', value: '1024' }],
    environmentFiles: [{ type: 's3', value: 'arn:aws:s3:::settings/web.env' }],
  }
}

function onWindowsInstances(members: Spec) {
  return drawing({
    task: element('task-definition', {
      family: 'web',
      requiresCompatibilities: ['EC2'],
      runtimePlatform: { operatingSystemFamily: 'WINDOWS_SERVER_2022_CORE' },
      executionRoleArn: '<execution-role-arn>',
      containerDefinitions: [container({ cpu: 512, memory: 1024, ...members })],
    }),
  })
}
