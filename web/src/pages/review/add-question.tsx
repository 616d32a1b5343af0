import { Checkbox, Select, TagsInput, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { api, dataOf, type Schemas } from '../../api/client.ts';
import { useChange } from '../../api/use-change.ts';
import { FormModal } from '../../components/form-modal.tsx';

type Input = Schemas['CreateLabelSchemaBody']['input'];

interface Question {
  name: string;
  instruction: string;
  becomes: 'feedback' | 'expectation';
  answer: Input['kind'];
  options: string[];
  hasComment: boolean;
}

interface AddQuestionProps {
  readonly experimentId: string;
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

const ANSWERS = [
  { value: 'pass_fail', label: 'Yes or no' },
  { value: 'categorical', label: 'One of some' },
  { value: 'numeric', label: 'A number' },
  { value: 'text', label: 'Text' },
];

export function AddQuestion({ experimentId, isOpen, onClose }: AddQuestionProps) {
  const form = useForm<Question>({
    initialValues: {
      name: '',
      instruction: '',
      becomes: 'feedback',
      answer: 'pass_fail',
      options: [],
      hasComment: true,
    },
  });
  const creation = useChange(async () => {
    const { name, instruction, becomes, hasComment } = form.values;
    await dataOf(
      api.POST('/api/v1/label-schemas', {
        body: {
          experiment_id: experimentId,
          name,
          kind: becomes,
          input: toInput(form.values),
          has_comment: hasComment,
          ...(instruction !== '' && { instruction }),
        },
      }),
    );
    form.reset();
  }, [['label-schemas']]);
  return (
    <FormModal title="New question" action="Create" isOpen={isOpen} onClose={onClose} submission={creation}>
      <TextInput
        label="Name"
        description="Of the assessments that answer it"
        placeholder="is_helpful"
        required
        data-autofocus
        {...form.getInputProps('name')}
      />
      <TextInput
        label="What is asked"
        placeholder="Does the answer help?"
        {...form.getInputProps('instruction')}
      />
      <Select label="Answer" data={ANSWERS} allowDeselect={false} {...form.getInputProps('answer')} />
      {form.values.answer === 'categorical' && (
        <TagsInput
          label="Options"
          description="Each ended with Enter"
          required
          {...form.getInputProps('options')}
        />
      )}
      <Select
        label="Becomes"
        data={[
          { value: 'feedback', label: 'Feedback: how good it is' },
          { value: 'expectation', label: 'An expectation: what would be right' },
        ]}
        allowDeselect={false}
        {...form.getInputProps('becomes')}
      />
      <Checkbox label="Ask for a reason too" {...form.getInputProps('hasComment', { type: 'checkbox' })} />
    </FormModal>
  );
}

function toInput({ answer, options }: Question): Input {
  if (answer === 'pass_fail') return { kind: answer, positive_label: 'yes', negative_label: 'no' };
  if (answer === 'categorical') return { kind: answer, options, multi_select: false };
  return { kind: answer };
}
