/** What is counted in an estimate, as a formula says it. */
import { toNumber, toText } from '../basics/convert'
import { say, type Text } from '../texts/text'

const words = {
  task: { one: (n: string) => say`${n} task`, more: (n: string) => say`${n} tasks` },
  spotTask: { one: (n: string) => say`${n} Spot task`, more: (n: string) => say`${n} Spot tasks` },
  run: { one: (n: string) => say`${n} run`, more: (n: string) => say`${n} runs` },
  instance: { one: (n: string) => say`${n} instance`, more: (n: string) => say`${n} instances` },
  address: { one: (n: string) => say`${n} address`, more: (n: string) => say`${n} addresses` },
  zone: { one: (n: string) => say`${n} zone`, more: (n: string) => say`${n} zones` },
  month: { one: (n: string) => say`${n} month`, more: (n: string) => say`${n} months` },
  licence: { one: (n: string) => say`${n} vCPU licence`, more: (n: string) => say`${n} vCPU licences` },
  direction: { one: (n: string) => say`${n} direction`, more: (n: string) => say`${n} directions` },
  h: unchanging('h'),
  vcpu: unchanging('vCPU'),
  gb: unchanging('GB'),
  gib: unchanging('GiB'),
  lcu: unchanging('LCU'),
  iops: unchanging('IOPS'),
  mibps: unchanging('MiB/s'),
} as const satisfies Readonly<Record<string, Words>>

interface Words {
  readonly one: (amount: string) => Text
  readonly more: (amount: string) => Text
}

export type Unit = keyof typeof words

/** A sign of a unit is the same in every language. */
function unchanging(sign: string): Words {
  const both = (amount: string) => `${amount}\u00a0${sign}`
  return { one: both, more: both }
}

/** “2 tasks”, “730 h”. */
export function withUnit(amount: number, unit: Unit): Text {
  return words[unit][amount === 1 ? 'one' : 'more'](plain(amount))
}

/** A number without the noise of binary fractions, and never as a power of ten. */
export function plain(value: number): string {
  const rounded = toNumber(value.toPrecision(12))
  const text = toText(rounded)
  return text.includes('e') ? withoutZeros(rounded.toFixed(12)) : text
}

/** Without what stands behind the last digit that counts. */
function withoutZeros(text: string): string {
  let end = text.length
  while (text[end - 1] === '0') end--
  return text.slice(0, text[end - 1] === '.' ? end - 1 : end)
}
