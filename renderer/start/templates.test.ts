import { expect, test } from 'vitest'
import { korean } from '../../shared/texts/ko/korean'
import { templates } from './templates'

test.each(templates)('the template “$title” is told in Korean, too', ({ title, description }) => {
  expect(korean[title]).toMatch(/[가-힣]/)
  expect(korean[description]).toMatch(/[가-힣]/)
})

test.each(templates)('the design of the template “$title” can be read, once', ({ design }) => {
  expect(Object.keys(design().elements)).not.toEqual([])
  expect(design()).toBe(design())
})
