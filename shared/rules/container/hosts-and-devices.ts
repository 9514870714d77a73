/** Items of lists that need all of their members. */
import { own } from '../../basics/own'
import type { Spec } from '../../design/design'
import { taskDefinition } from '../../elements/task-definition'
import { say } from '../../texts/text'
import { container, drawing, ec2Task, fargateTask } from '../examples'
import { setMembers } from '../fixes'
import { isUnknown, isWritten, isWrittenIn, runsOnFargate, runsWindows } from '../reading'
import { defineRule, ruleFamily } from '../rule'
import { containersOf, linuxContainersOf } from './containers'

/** Docker's letters for the rights to a device. */
const letters: Readonly<Record<string, string>> = { r: 'read', w: 'write', m: 'mknod' }
const rights = Object.values(letters)

export const hostsAndDevices = ruleFamily([
  defineRule({
    id: 'container-extra-host-fields',
    severity: 'error',
    on: [taskDefinition],
    needs: ['/containerDefinitions/*/extraHosts'],
    title: 'An extra host has a name and an address',
    message: 'An extra host of container “{container}” has no {member}; a line of /etc/hosts needs both.',
    why: 'Each extra host becomes a line of /etc/hosts in the container: an address, and the name that stands for it. The API requires the two.',
    sources: [
      {
        ref: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_HostEntry.html',
        checked: '2026-11-26',
      },
    ],
    check({ id, element, spec, graph, report }) {
      for (const { at, called, container } of containersOf(spec)) {
        container.extraHosts?.forEach((_, index) => {
          // Where there are no extra hosts at all, other rules say so.
          if (runsOnFargate(graph, id) || runsWindows(spec) !== false) return
          for (const member of ['hostname', 'ipAddress']) {
            const place = `${at}/extraHosts/${index}/${member}`
            if (!isWritten(element, place)) report({ at: place, values: { container: called, member } })
          }
        })
      }
    },
    examples: () => ({
      valid: {
        both: onEc2({ extraHosts: [{ hostname: 'db', ipAddress: '10.0.0.9' }] }),
        'a placeholder': onEc2({ extraHosts: [{ hostname: 'db', ipAddress: '<address>' }] }),
        'on Fargate, where container-fargate-docker-options reports them': drawing({
          task: fargateTask({ containerDefinitions: [container({ extraHosts: [{ hostname: 'db' }] })] }),
        }),
      },
      invalid: {
        'no address': {
          design: onEc2({ extraHosts: [{ hostname: 'db' }] }),
          element: 'task',
          at: '/containerDefinitions/0/extraHosts/0/ipAddress',
        },
        'no name': {
          design: onEc2({ extraHosts: [{ hostname: '', ipAddress: '10.0.0.9' }] }),
          element: 'task',
          at: '/containerDefinitions/0/extraHosts/0/hostname',
        },
      },
    }),
  }),
  defineRule({
    id: 'container-device-invalid',
    severity: 'error',
    on: [taskDefinition],
    needs: ['/containerDefinitions/*/linuxParameters'],
    title: 'A device has its path on the host, and known rights',
    message: 'A device of container “{container}” has no hostPath; say which device of the instance it is.',
    variants: { right: '“{right}” is no right to a device; use {rights}.' },
    why: 'Docker gives the container a device of its host by the path that it has there; the path in the container is the same when it is left out. ECS spells the rights as whole words and takes all three when none is given.',
    sources: [
      {
        ref: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_Device.html',
        checked: '2026-11-26',
      },
    ],
    check({ id, element, spec, graph, report }) {
      for (const { at, called, container } of linuxContainersOf(spec)) {
        container.linuxParameters?.devices?.forEach(({ permissions }, index) => {
          // Fargate has no devices: container-linux-params-fargate.
          if (runsOnFargate(graph, id)) return
          const place = `${at}/linuxParameters/devices/${index}`
          if (!isWrittenIn(element, place, 'hostPath'))
            report({ at: `${place}/hostPath`, values: { container: called } })
          permissions?.forEach((right, i) => {
            if (isUnknown(right) || rights.includes(right)) return
            const there = `${place}/permissions/${i}`
            const meant = own(letters, right.toLowerCase())
            report({
              at: there,
              variant: 'right',
              values: { right, rights: rights.join(', ') },
              ...(meant && { fix: setMembers(say`Write it as ${meant}`, id, { [there]: meant }) }),
            })
          })
        })
      }
    },
    examples: () => ({
      valid: {
        'a path alone': device({ hostPath: '/dev/fuse' }),
        'all rights': device({ hostPath: '/dev/fuse', permissions: ['read', 'write', 'mknod'] }),
        placeholders: device({ hostPath: '<device>', permissions: ['<right>'] }),
      },
      invalid: {
        'no path on the host': {
          design: device({ containerPath: '/dev/fuse' }),
          element: 'task',
          at: '/containerDefinitions/0/linuxParameters/devices/0/hostPath',
        },
        'Docker’s letter': {
          design: device({ hostPath: '/dev/fuse', permissions: ['read', 'w'] }),
          element: 'task',
          at: '/containerDefinitions/0/linuxParameters/devices/0/permissions/1',
        },
        'another word': {
          design: device({ hostPath: '/dev/fuse', permissions: ['execute'] }),
          element: 'task',
          at: '/containerDefinitions/0/linuxParameters/devices/0/permissions/0',
        },
      },
    }),
  }),
])

function onEc2(members: Spec) {
  return drawing({ task: ec2Task({ containerDefinitions: [container({ memory: 512, ...members })] }) })
}

function device(members: Spec) {
  return onEc2({ linuxParameters: { devices: [members] } })
}
