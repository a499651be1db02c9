-- A database user that may read media types, and nothing else. Run it as the superuser:
--   psql -v password="'...'" zabbix <zabbix-grant.sql
CREATE ROLE smtp_auth_watch LOGIN PASSWORD :password;
GRANT SELECT ON media_type TO smtp_auth_watch;
