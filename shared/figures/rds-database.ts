import { rdsDatabase } from '../elements/rds-database'
import { defineFigure } from './figure'
import { factLine } from './forms/marks'
import { node } from './forms/node'

export const rdsDatabaseFigure = defineFigure({
  kind: rdsDatabase,
  draw: (context) => {
    const { Engine, DBInstanceClass, MultiAZ } = context.spec
    return node(context, {
      fact: factLine([Engine ?? 'RDS', MultiAZ === true ? 'Multi-AZ' : DBInstanceClass]),
    })
  },
})
