import { secret } from '../../elements/secret'
import { term } from '../../texts/text'
import { defineCost } from '../cost'

/** By secret; ten thousand calls cost five cents, which is left out. https://aws.amazon.com/secrets-manager/pricing/ */
export const secrets = defineCost({
  id: 'secrets',
  on: [secret.kind],
  charges: () => [
    { title: term('Secret'), times: [], of: [{ amount: 1, unit: 'month', price: 'secret-month' }] },
  ],
})
