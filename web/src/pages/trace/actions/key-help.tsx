import { Kbd, Modal, Table } from '@mantine/core';

const KEYS: readonly (readonly [readonly string[], string])[] = [
  [['j', '↓'], 'Next span'],
  [['k', '↑'], 'Span before'],
  [['→'], 'Open, or go into it'],
  [['←'], 'Close, or go out of it'],
  [['Home', 'End'], 'First and last span'],
  [['Enter'], 'To the panel of the chosen span'],
  [['t'], 'Back to the tree'],
  [['/'], 'Search spans; Enter goes on to the next, Shift+Enter back'],
  [['Tab', '←', '→'], 'On the border of the tree: moves it'],
  [['?'], 'These keys'],
];

interface KeyHelpProps {
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

export function KeyHelp({ isOpen, onClose }: KeyHelpProps) {
  return (
    <Modal opened={isOpen} onClose={onClose} title="Keys">
      <Table>
        <Table.Tbody>
          {KEYS.map(([keys, does]) => (
            <Table.Tr key={does}>
              <Table.Td w={110}>
                {keys.map((key) => (
                  <Kbd key={key} mr={4}>
                    {key}
                  </Kbd>
                ))}
              </Table.Td>
              <Table.Td>{does}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Modal>
  );
}
