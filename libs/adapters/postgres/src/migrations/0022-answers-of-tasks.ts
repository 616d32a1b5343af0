import type { MigrationInterface, QueryRunner } from 'typeorm';

const COLUMNS = ['answer_usd double precision', 'answer_input_tokens bigint', 'answer_output_tokens bigint'];

/** What answering a record took, beside what judging the answer took. */
export class AnswersOfTasks implements MigrationInterface {
  readonly name = 'AnswersOfTasks0000000000022';

  async up(queryRunner: QueryRunner): Promise<void> {
    const added = COLUMNS.map((column) => `ADD ${column} NOT NULL DEFAULT 0`);
    await queryRunner.query(`ALTER TABLE evaluation_items ${added.join(', ')}`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    const dropped = COLUMNS.map((column) => `DROP ${column.split(' ')[0]}`);
    await queryRunner.query(`ALTER TABLE evaluation_items ${dropped.join(', ')}`);
  }
}
