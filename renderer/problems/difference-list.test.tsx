import { renderToStaticMarkup } from 'react-dom/server'
import { expect, it } from 'vitest'
import { container, drawing, fargateTask } from '../../shared/rules/examples'
import { DifferenceList } from './difference-list'

const labelled = (value: string) =>
  drawing({
    task: fargateTask({ containerDefinitions: [container({ dockerLabels: { 'com.example/x': value } })] }),
  })

it('says where in words: a slash in a name is none of the path', () => {
  const shown = renderToStaticMarkup(<DifferenceList before={labelled('a')} after={labelled('b')} />)
  expect(shown).toContain(' · Containers › web › Docker labels › com.example/x<')
})

it('of a long value four hundred characters are shown', () => {
  const shown = renderToStaticMarkup(
    <DifferenceList before={labelled('a')} after={labelled('b'.repeat(500))} />,
  )
  expect(shown).toContain(`>${'b'.repeat(400)}…<`)
})
