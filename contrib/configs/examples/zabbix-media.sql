-- The media types with which Zabbix logs in to a mail server; the columns are the keys of zabbix.ini.
SELECT name,
       smtp_server AS host,
       smtp_port AS port,
       CASE smtp_security WHEN 1 THEN 'starttls' WHEN 2 THEN 'implicit' ELSE 'none' END AS tls,
       username AS "user",
       smtp_email AS "mail-from"
  FROM media_type
 WHERE type = 0 AND status = 0 AND smtp_authentication = 1
 ORDER BY name;
