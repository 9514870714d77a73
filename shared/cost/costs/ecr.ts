import { ecrRepository } from '../../elements/ecr-repository'
import { term } from '../../texts/text'
import { defineCost } from '../cost'
import { storedGb } from '../inputs'
import { perGb } from '../simple'

/** What is stored; pulls within the Region cost nothing. https://aws.amazon.com/ecr/pricing/ */
export const ecr = defineCost({
  id: 'ecr',
  on: [ecrRepository.kind],
  charges: ({ need }) => perGb(term('Images'), need(storedGb), 'ecr-gb'),
})
