import { tmpfsOptions } from '../../aws/facts/kernel'
import { quote } from '../../basics/quote'
import type { Element, Spec } from '../../design/design'
import { taskDefinition } from '../../elements/task-definition'
import { say } from '../../texts/text'
import { container, drawing, ec2Task } from '../examples'
import { dropItems, setMembers } from '../fixes'
import { isKnown, isUnknown, isWritten } from '../reading'
import { defineRule, type Finding } from '../rule'
import { linuxContainersOf } from './containers'

interface Tmpfs {
  readonly containerPath?: string | undefined
  readonly size?: number | undefined
  readonly mountOptions?: readonly string[] | undefined
}

export const containerTmpfsInvalid = defineRule({
  id: 'container-tmpfs-invalid',
  severity: 'error',
  on: [taskDefinition],
  needs: ['/containerDefinitions/*/linuxParameters'],
  title: 'A tmpfs mount has an absolute path, a size and known options',
  message: 'The tmpfs mount of container “{container}” needs a size in MiB; give it one above 0.',
  variants: {
    'no-path': 'The tmpfs mount of container “{container}” needs an absolute path to be mounted at.',
    relative: 'The tmpfs mount at {path} needs an absolute path; begin it with “/”.',
    option: 'A tmpfs mount knows no option {option}; remove it.',
  },
  why: 'A tmpfs mount is a piece of memory that looks like a folder. Docker has to know where it appears and how large it may get, and passes the options to the kernel, which refuses the ones it does not know.',
  sources: [
    {
      ref: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_Tmpfs.html',
      checked: '2026-11-26',
    },
  ],
  check({ id, element, spec, report }) {
    for (const { at, called, container } of linuxContainersOf(spec)) {
      container.linuxParameters?.tmpfs?.forEach((tmpfs, index) => {
        const place = `${at}/linuxParameters/tmpfs/${index}`
        const findings = [
          ...pathFindings(id, element, place, tmpfs),
          ...sizeFindings(element, place, tmpfs),
          ...optionFindings(id, place, tmpfs),
        ]
        for (const finding of findings)
          report({ ...finding, values: { container: called, ...finding.values } })
      })
    }
  },
  examples: () => ({
    valid: {
      'path and size': mounting({ containerPath: '/tmp', size: 64 }),
      'options, one of them with a value': mounting({
        containerPath: '/run',
        size: 16,
        mountOptions: ['rw', 'noexec', 'mode=755'],
      }),
      placeholders: mounting({ containerPath: '<path>', size: '<size>', mountOptions: ['<option>'] }),
      'a size of the wrong type, which spec-member-type reports': mounting({
        containerPath: '/tmp',
        size: '64 MiB',
      }),
    },
    invalid: {
      'no path': { design: mounting({ size: 64 }), element: 'task', at: member('containerPath') },
      'a relative path': {
        design: mounting({ containerPath: 'tmp', size: 64 }),
        element: 'task',
        at: member('containerPath'),
      },
      'no size': { design: mounting({ containerPath: '/tmp' }), element: 'task', at: member('size') },
      'a size of 0': {
        design: mounting({ containerPath: '/tmp', size: 0 }),
        element: 'task',
        at: member('size'),
      },
      'an unknown option': {
        design: mounting({ containerPath: '/tmp', size: 64, mountOptions: ['rw', 'fast'] }),
        element: 'task',
        at: member('mountOptions/1'),
      },
    },
  }),
})

function pathFindings(
  id: string,
  element: Element,
  at: string,
  { containerPath }: Tmpfs,
): readonly Finding[] {
  const place = `${at}/containerPath`
  if (!containerPath) return isWritten(element, place) ? [] : [{ at: place, variant: 'no-path' }]
  if (!isKnown(containerPath) || containerPath.startsWith('/')) return []
  const absolute = `/${containerPath.replace(/^\.?\/?/, '')}`
  const fix = setMembers(say`Mount it at ${absolute}`, id, { [place]: absolute })
  return [{ at: place, variant: 'relative', values: { path: quote(containerPath) }, fix }]
}

function sizeFindings(element: Element, at: string, { size }: Tmpfs): readonly Finding[] {
  const place = `${at}/size`
  const fits = size === undefined ? isWritten(element, place) : size > 0
  return fits ? [] : [{ at: place }]
}

/** Some options take a value: `mode=755`. */
function optionFindings(id: string, at: string, { mountOptions = [] }: Tmpfs): readonly Finding[] {
  return mountOptions.flatMap((option, index) => {
    const name = option.split('=')[0]
    if (isUnknown(option) || tmpfsOptions.some((one) => one === name)) return []
    const list = `${at}/mountOptions`
    const fix = dropItems(say`Remove ${quote(option)}`, id, list, (item) => item === option)
    return [{ at: `${list}/${index}`, variant: 'option', values: { option: quote(option) }, fix }]
  })
}

function mounting(tmpfs: Spec) {
  return drawing({
    task: ec2Task({
      containerDefinitions: [container({ memory: 512, linuxParameters: { tmpfs: [tmpfs] } })],
    }),
  })
}

function member(name: string): string {
  return `/containerDefinitions/0/linuxParameters/tmpfs/0/${name}`
}
