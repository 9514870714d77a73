import { logGroup } from '../../elements/log-group'
import { specOf } from '../../graph/spec'
import { term } from '../../texts/text'
import { defineCost } from '../cost'
import { storedGb } from '../inputs'
import { perGb } from '../simple'

/** What comes in, by the class of the log group, and what is kept. https://aws.amazon.com/cloudwatch/pricing/ */
export const logs = defineCost({
  id: 'logs',
  on: [logGroup.kind],
  charges({ graph, id, need }) {
    const { logGroupClass } = specOf(graph, logGroup, id) ?? {}
    const written = need({ name: 'logsGb', label: term('GB of logs a month') })
    const price = logGroupClass === 'INFREQUENT_ACCESS' ? 'logs-ia-gb' : 'logs-gb'
    return [
      ...perGb(term('Logs written'), written, price),
      ...perGb(term('Logs kept'), need(storedGb), 'logs-stored-gb'),
    ]
  },
})
