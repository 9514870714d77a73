import { expect, it } from 'vitest'
import { type DesignDraft, edit } from '../../design/edit'
import { overlaps } from '../../figures/routing/geometry'
import { sceneOf } from '../../figures/scene'
import { sizes } from '../../figures/tokens'
import { logicalView } from '../../figures/view'
import { container, drawing, element, fargateTask, service } from '../../rules/examples'
import { english } from '../../texts/text'
import { compareDesigns } from './comparison'
import { overlayOf, type Status } from './overlay'
import { legend, opacityIn, overlayMarks } from './overlay-marks'

const before = {
  ...drawing({
    cluster: element('cluster', { clusterName: 'shop' }),
    web: service({ cluster: '@{cluster}', taskDefinition: undefined }),
    job: service({ cluster: '@{cluster}', serviceName: 'job', taskDefinition: undefined }),
    task: fargateTask({
      taskRoleArn: '@{role}',
      containerDefinitions: [container(), container({ name: 'log' })],
    }),
    role: element('iam-role', { RoleName: 'web' }),
    queue: element('sqs-queue', { QueueName: 'work' }),
  }),
  layout: {
    cluster: { x: 0, y: 0 },
    web: { x: 16, y: 48 },
    job: { x: 16, y: 300 },
    task: { x: 600, y: 0 },
    role: { x: 1000, y: 0 },
    queue: { x: 1000, y: 200 },
  },
}
const ALL: ReadonlySet<Status> = new Set(['added', 'removed', 'changed', 'moved'])
const overlay = (recipe: (draft: DesignDraft) => void, statuses = ALL) => {
  const { design } = edit(before, recipe)
  return overlayOf(compareDesigns(before, design), logicalView, statuses)
}

it('what is gone is where it was in its frame, which has moved', () => {
  const old = sceneOf(before).byId.get('job')
  const { scene, ghosts, boxes } = overlay((draft) => {
    delete draft.elements.job
    draft.layout.cluster = { x: 100, y: 40 }
  })
  expect([...ghosts]).toEqual(['job'])
  const now = scene.byId.get('job')
  expect([now?.rect.x, now?.rect.y]).toEqual([(old?.rect.x ?? 0) + 100, (old?.rect.y ?? 0) + 40])
  expect(boxes.find(({ id }) => id === 'job')?.status).toBe('removed')
})

it.each(['queue', 'task'] as const)('what is gone stands beside what has taken its place: a %s', (id) => {
  const { scene } = overlay((draft) => {
    delete draft.elements[id]
    draft.elements.topic = element('sns-topic', { Name: 'news' })
    draft.layout.topic = before.layout[id]
  })
  const [gone, topic] = [id, 'topic'].map((one) => scene.byId.get(one)?.rect)
  if (!gone || !topic) throw new Error('Both are drawn.')
  expect(overlaps(gone, topic)).toBe(false)
  expect([gone.x % sizes.grid, gone.y % sizes.grid]).toEqual([0, 0])
  expect(Math.hypot(gone.x - topic.x, gone.y - topic.y)).toBeLessThan(300)
})

it('a line that is gone does not make a ghost of the element that has its id now', () => {
  const connections = { topic: { from: 'queue', to: 'web', meaning: 'feeds' } }
  const after = edit(before, (draft) => {
    draft.elements.topic = element('sns-topic', { Name: 'news' })
  }).design
  const { ghosts } = overlayOf(compareDesigns({ ...before, connections }, after), logicalView, ALL)
  expect([...ghosts]).toEqual(['topic gone'])
})

it('a line that is gone leads from and to where these are now', () => {
  const { lines, scene } = overlay((draft) => {
    if (draft.elements.task) delete draft.elements.task.spec.taskRoleArn
    draft.layout.role = { x: 1000, y: 600 }
  })
  expect(lines.map(({ status, line }) => [status, line.from, line.to])).toEqual([['removed', 'task', 'role']])
  const role = scene.byId.get('role')?.rect
  const end = lines[0]?.line.points.at(-1)
  expect(end?.y).toBeGreaterThanOrEqual(role?.y ?? Number.POSITIVE_INFINITY)
})

it('a line that says something else is marked, though no other line came of it', () => {
  const { design } = edit(before, (draft) => {
    draft.elements.disk = element('efs-file-system', { CreationToken: 'disk' })
    if (draft.elements.task)
      Object.assign(draft.elements.task.spec, {
        volumes: [{ name: 'data', efsVolumeConfiguration: { fileSystemId: '@{disk}' } }],
      })
    const [container] = (draft.elements.task?.spec.containerDefinitions ?? []) as object[]
    if (container)
      Object.assign(container, { mountPoints: [{ sourceVolume: 'data', containerPath: '/data' }] })
  })
  const after = edit(design, (draft) => {
    const [container] = (draft.elements.task?.spec.containerDefinitions ?? []) as {
      mountPoints: { containerPath: string }[]
    }[]
    if (container?.mountPoints[0]) container.mountPoints[0].containerPath = '/srv'
  }).design
  const { lines } = overlayOf(compareDesigns(design, after), logicalView, ALL)
  expect(lines.map(({ status, line }) => [status, line.from, line.to, line.text])).toEqual([
    ['changed', 'task', 'disk', '/srv rw'],
  ])
})

it('the rows of a card that differ are marked', () => {
  const { boxes, scene } = overlay((draft) => {
    const containers = draft.elements.task?.spec.containerDefinitions as { image: string }[]
    if (containers[1]) containers[1].image = 'log:2'
  })
  const [box] = boxes
  const card = scene.byId.get('task')
  const row = card?.figure.rows.find(({ pointer }) => pointer === '/containerDefinitions/1')
  expect(box?.rows.map(({ y }) => y - (box.rect.y ?? 0))).toEqual([row?.y])
})

it('what only moved is marked only when asked for', () => {
  const move = (draft: DesignDraft) => {
    draft.layout.queue = { x: 900, y: 300 }
  }
  expect(overlay(move).boxes.map(({ id, status }) => [id, status])).toEqual([['queue', 'moved']])
  expect(overlay(move, new Set(['added', 'removed', 'changed'])).boxes).toEqual([])
})

it('says sign and word, never colour alone, and fades what is as it was', () => {
  const drawn = overlay((draft) => {
    delete draft.elements.queue
    draft.elements.topic = element('sns-topic', { Name: 'alarms' })
  })
  const texts = overlayMarks(drawn, english).flatMap((mark) => (mark.mark === 'text' ? [mark.text] : []))
  expect(texts).toEqual(['+ added', '− removed'])
  const opacity = opacityIn(drawn)
  expect([opacity('topic'), opacity('queue') < 1, opacity('web') < opacity('queue')]).toEqual([1, true, true])
  const counts = compareDesigns(before, before).counts
  const { bounds } = legend(drawn.scene.bounds, counts, ALL, english)
  expect(bounds.height).toBeGreaterThan(drawn.scene.bounds.height)
})
