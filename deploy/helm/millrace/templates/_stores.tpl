{{/* Where services find the stores: bundled ones, or those whose address is given. */}}

{{- define "millrace.isGiven" -}}
{{- $values := index .root.Values .store -}}
{{- if eq .store "kafka" -}}{{ if $values.brokers }}true{{ end }}
{{- else if eq .store "blobs" -}}{{ if $values.url }}true{{ end }}
{{- else if or $values.url $values.existingSecret.name -}}true
{{- end -}}
{{- end -}}

{{/* Standalone brings what has no address inside of its own process. */}}
{{- define "millrace.isBundled" -}}
{{- if and (eq .root.Values.mode "distributed") (not (include "millrace.isGiven" .)) -}}true{{- end -}}
{{- end -}}

{{/* The variables by which a service finds one store: (dict "root" "store"), and "secret" where not the Secret of the stores. */}}
{{- define "millrace.storeEnvironment" -}}
{{- if eq .store "kafka" -}}{{ include "millrace.kafkaEnvironment" . }}
{{- else if eq .store "blobs" -}}{{ include "millrace.blobEnvironment" . }}
{{- else -}}{{ include "millrace.urlEnvironment" . }}
{{- end -}}
{{- end -}}

{{- define "millrace.urlEnvironment" -}}
{{- $values := index .root.Values .store -}}
{{- $name := printf "MILLRACE_%s_URL" (upper .store) -}}
{{- $stores := default (printf "%s-stores" (include "millrace.fullname" .root)) .secret -}}
{{- if $values.existingSecret.name -}}
- name: {{ $name }}
  valueFrom: { secretKeyRef: { name: {{ $values.existingSecret.name }}, key: {{ $values.existingSecret.key }} } }
{{- else if $values.url -}}
- name: {{ $name }}
  valueFrom: { secretKeyRef: { name: {{ $stores }}, key: {{ .store }}-url } }
{{- else -}}
{{- $host := include "millrace.name" (dict "root" .root "component" .store) -}}
{{- $variable := printf "%s_PASSWORD" (upper .store) -}}
- name: {{ $variable }}
  valueFrom: { secretKeyRef: { name: {{ $stores }}, key: {{ .store }}-password } }
- name: {{ $name }}
  value: {{ get (dict
    "clickhouse" (printf "http://millrace:$(%s)@%s:8123/millrace" $variable $host)
    "postgres" (printf "postgres://millrace:$(%s)@%s:5432/millrace" $variable $host)
    "redis" (printf "redis://:$(%s)@%s:6379" $variable $host)
  ) .store }}
{{- end }}
{{- if and (eq .store "clickhouse") $values.cluster }}
- name: MILLRACE_CLICKHOUSE_CLUSTER
  value: {{ $values.cluster | quote }}
{{- end }}
{{- end -}}

{{- define "millrace.kafkaEnvironment" -}}
{{- $kafka := .root.Values.kafka -}}
- name: MILLRACE_KAFKA_BROKERS
  value: {{ include "millrace.brokers" .root | quote }}
{{- with $kafka.topics }}
- name: MILLRACE_KAFKA_TOPIC_PREFIX
  value: {{ .prefix | quote }}
- name: MILLRACE_KAFKA_PARTITIONS
  value: {{ .partitions | int64 | quote }}
- name: MILLRACE_KAFKA_REPLICATION_FACTOR
  value: {{ .replicationFactor | int64 | quote }}
{{- if ge (int .minInsyncReplicas) 0 }}
- name: MILLRACE_KAFKA_MIN_INSYNC_REPLICAS
  value: {{ .minInsyncReplicas | int64 | quote }}
{{- end }}
- name: MILLRACE_KAFKA_CREATE_TOPICS
  value: {{ .create | quote }}
- name: MILLRACE_KAFKA_RETENTION_MS
  value: {{ .retentionMs | int64 | quote }}
- name: MILLRACE_KAFKA_RETENTION_BYTES
  value: {{ .retentionBytes | int64 | quote }}
- name: MILLRACE_KAFKA_EPOCH
  value: {{ .epoch | int64 | quote }}
{{- end }}
{{- with $kafka.tls }}
{{- if .enabled }}
- name: MILLRACE_KAFKA_TLS
  value: 'on'
{{- end }}
{{- if .existingSecret }}
- name: MILLRACE_KAFKA_TLS_CA
  value: /etc/millrace/kafka-tls/ca.crt
{{- end }}
{{- if .clientCertificate }}
- name: MILLRACE_KAFKA_TLS_CERT
  value: /etc/millrace/kafka-tls/tls.crt
- name: MILLRACE_KAFKA_TLS_KEY
  value: /etc/millrace/kafka-tls/tls.key
{{- end }}
{{- with .serverName }}
- name: MILLRACE_KAFKA_TLS_SERVER_NAME
  value: {{ . | quote }}
{{- end }}
{{- end }}
{{- with $kafka.sasl }}
{{- if .mechanism }}
- name: MILLRACE_KAFKA_SASL_MECHANISM
  value: {{ .mechanism }}
- name: MILLRACE_KAFKA_SASL_USERNAME
  valueFrom: { secretKeyRef: { name: {{ .existingSecret }}, key: username } }
- name: MILLRACE_KAFKA_SASL_PASSWORD
  valueFrom: { secretKeyRef: { name: {{ .existingSecret }}, key: password } }
{{- end }}
{{- end }}
{{- end -}}

{{- define "millrace.brokers" -}}
{{- if .Values.kafka.brokers -}}{{ join "," .Values.kafka.brokers }}
{{- else -}}{{ include "millrace.name" (dict "root" . "component" "kafka") }}:9092
{{- end -}}
{{- end -}}

{{- define "millrace.blobEnvironment" -}}
{{- $blobs := .root.Values.blobs -}}
{{- if $blobs.url -}}
- name: MILLRACE_BLOB_URL
  value: {{ $blobs.url | quote }}
{{- with $blobs.existingSecret }}
- name: AWS_ACCESS_KEY_ID
  valueFrom: { secretKeyRef: { name: {{ . }}, key: AWS_ACCESS_KEY_ID } }
- name: AWS_SECRET_ACCESS_KEY
  valueFrom: { secretKeyRef: { name: {{ . }}, key: AWS_SECRET_ACCESS_KEY } }
{{- end }}
{{- else -}}
- name: MILLRACE_BLOB_URL
  value: s3://millrace?endpoint=http://{{ include "millrace.name" (dict "root" .root "component" "blobs") }}:8080&path-style=true
- name: AWS_ACCESS_KEY_ID
  value: millrace
- name: AWS_SECRET_ACCESS_KEY
  valueFrom: { secretKeyRef: { name: {{ include "millrace.fullname" .root }}-stores, key: blobs-password } }
{{- end }}
{{- end -}}
