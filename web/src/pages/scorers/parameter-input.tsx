import {
  Button,
  Group,
  JsonInput,
  MultiSelect,
  NumberInput,
  Select,
  Switch,
  TagsInput,
  Textarea,
  TextInput,
} from '@mantine/core';
import { ModelInput } from '../../components/model-input.tsx';
import { labelOf, type ParameterField } from './parameter-fields.ts';
import { VerdictTypeInput } from './verdict-type-input.tsx';

interface ParameterInputProps {
  readonly field: ParameterField;
  readonly value: unknown;
  readonly onChange: (value: unknown) => void;
}

/** One parameter of a scorer, by its kind. */
export function ParameterInput({ field, value, onChange }: ParameterInputProps) {
  const { key, kind, description, isRequired, options } = field;
  const shared = { label: labelOf(key), description, withAsterisk: isRequired };
  const text = typeof value === 'string' ? value : '';
  const list = Array.isArray(value) ? value.map(String) : [];
  switch (kind) {
    case 'flag':
      return (
        <Switch
          label={shared.label}
          description={description}
          checked={value === true}
          onChange={({ currentTarget: { checked } }) => onChange(checked)}
        />
      );
    case 'number':
      return <NumberInput {...shared} value={typeof value === 'number' ? value : ''} onChange={onChange} />;
    case 'choice':
      return <Select {...shared} data={[...options]} value={text} onChange={onChange} />;
    case 'choices':
      return <MultiSelect {...shared} data={[...options]} value={list} onChange={onChange} clearable />;
    case 'texts':
      return <TagsInput {...shared} placeholder="Enter after each" value={list} onChange={onChange} />;
    case 'verdict':
      return <VerdictTypeInput value={value} onChange={onChange} />;
    case 'json':
      return <JsonInput {...shared} autosize minRows={3} maxRows={16} value={text} onChange={onChange} />;
    case 'model':
      return <ModelInput {...shared} value={text} onChange={onChange} />;
    case 'long':
      return <LongText field={field} value={text} onChange={onChange} />;
    default:
      return (
        <TextInput
          {...shared}
          value={text}
          onChange={({ currentTarget: { value: next } }) => onChange(next)}
        />
      );
  }
}

const VARIABLES = ['inputs', 'outputs', 'expectations', 'trace', 'conversation'];

/** Instructions with chips for what they may name, or a program. */
function LongText({ field, value, onChange }: ParameterInputProps & { readonly value: string }) {
  const isProgram = field.key === 'source';
  return (
    <div>
      <Textarea
        label={labelOf(field.key)}
        description={field.description}
        withAsterisk={field.isRequired}
        autosize
        minRows={6}
        maxRows={24}
        ff={isProgram ? 'monospace' : undefined}
        spellCheck={!isProgram}
        value={value}
        onChange={({ currentTarget: { value: next } }) => onChange(next)}
      />
      {!isProgram && (
        <Group gap={6} mt={6} role="group" aria-label="Insert a variable">
          {VARIABLES.map((name) => (
            <Button
              key={name}
              size="compact-xs"
              variant="default"
              ff="monospace"
              onClick={() => onChange(`${value}{{ ${name} }}`)}
            >
              {`{{ ${name} }}`}
            </Button>
          ))}
        </Group>
      )}
    </div>
  );
}
