import { expect, test } from 'vitest'
import { isVisible, money, moneyChange } from './money'

test.each([
  [0, '$0.00'],
  [0.004, '<$0.01'],
  [0.005, '$0.01'],
  [12.3, '$12.30'],
  [999.999, '$1,000.00'],
  [1234567.8, '$1,234,567.80'],
  [-3.5, '−$3.50'],
])('%d is shown as %s', (amount, text) => {
  expect(money(amount)).toBe(text)
})

test.each([
  [12, '+$12.00'],
  [-1234.5, '−$1,234.50'],
  [0, '$0.00'],
  [0.004, '$0.00'],
  [-0.004, '$0.00'],
])('a change of %d is shown as %s', (change, text) => {
  expect(moneyChange(change)).toBe(text)
})

test('half a cent can be seen, and less can not', () => {
  expect([0.005, -0.005, 0.0049, 0].map(isVisible)).toEqual([true, true, false, false])
})
