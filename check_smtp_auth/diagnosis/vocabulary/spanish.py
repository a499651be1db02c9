"""The words of servers in Spanish, by their meanings (see ``vocabulary``). Pure."""

from __future__ import annotations

WORDS = """\
NOT: sin, ningún, ninguna, nunca, ni, tampoco, imposible
IF: si
WILL: será, serán, para evitar
OR: o
YOUR: su, tu
REQUIRED: requerid/o/a, requiere, se requiere, necesari/o/a, obligatori/o/a, debe, es necesario,
    por favor, necesita, se necesita, utilice, use, exige, primero, antes, inicie, deben,
    necesitan, solo, sólo, solamente, únicamente, tiene que, hay que, obligatoriamente, precisa,
    necesitamos
FAILED: fallo, falló, fallid/o/a, error, problema, no se pudo, fallida, falla, fallaron, no fue
    posible, no ha sido posible, no pudo, ha fallado
ACCOUNT: cuenta, cuentas, usuari/o/a, buzón, cliente, dominio, suscripción, casilla, cuenta de
    correo, nombre de usuario, buzón de correo, correo electrónico, licencia, licencias, periodo de
    prueba, período de prueba, contrato, hosting, alojamiento, perfil, casilla de correo, su
    correo, este correo, abonado, registro, email, identificador, alta
PASSWORD: contraseña, clave, contrasena, contraseña smtp, clave smtp, contraseña de correo
CREDENTIALS: credenciales, usuario o contraseña, usuario y contraseña, usuario o clave, usuario y
    clave, nombre de usuario o contraseña, nombre de usuario y contraseña, usuario contraseña,
    datos de autenticación, datos de acceso, usuario y o contraseña, usuario o password, nombre o
    contraseña, clave o usuario, usuario o la contraseña, usuario y la contraseña, correo o
    contraseña, contraseña o usuario, credencial, datos de conexión, datos de inicio, datos
    introducidos, login o contraseña, login o clave, clave y usuario
AUTH: autenticación, autentificación, autenticar, autenticad/o/a, autenticarse, inicio de sesión,
    iniciar sesión, acceso, autentificar, autentíquese, identificación, identificarse,
    identifíquese, iniciar la sesión, inicios de sesión, login, ingreso, ingresar, conectarse,
    loguearse, intento de acceso
SERVICE: servicio, acceso smtp, servicio smtp, servicio de correo, smtp autenticado, smtp externo,
    clientes de correo, programas de correo, clientes externos, aplicaciones externas, programas
    externos, función, funcionalidad, acceso externo, protocolo, envío smtp
SENDING: enviar, envío, enviar correo, enviar correos, enviar mensajes, envío de correo, envío de
    correos, envío de mensajes, envía, mandar, enviando, envíos masivos, correo saliente, mensajes
    salientes, remitir, correos salientes
MECHANISM: mecanismo, método, tipo de autenticación, mecanismo de autenticación, método de
    autenticación, forma de autenticación, modo de autenticación, modalidad, tipo de login,
    procedimiento
COMMAND: comando, orden
TLS: cifrado, conexión segura, encriptación, conexión cifrada, conexión encriptada, canal seguro,
    canal cifrado, conexión protegida, cifrar, encriptar, conexión con cifrado, encriptado, cifrada
INSECURE: conexión no segura, conexión insegura, conexión no cifrada, texto plano, texto claro, sin
    cifrado, sin cifrar, sin encriptar, no cifrad/o/a, inseguro, insegura, en claro, no segur/o/a
IPADDR: dirección ip, su ip, tu ip, esta ip, su dirección, direcciones ip, ip de origen, ip del
    cliente, su dirección ip, rango de ip, ips
CLIENT: red, equipo, su red, su conexión, máquina, ordenador, computadora, proveedor, red externa,
    dispositivo, fuera de la red, host, origen, procedencia
SENDER: remitente, dirección del remitente, dirección de origen, dominio del remitente, remitentes,
    dirección de remitente, dirección de correo del remitente, correo del remitente, en nombre de,
    otro usuario, otra cuenta, dirección de envío, dirección remitente, como remitente, cuenta
    remitente, correo de origen
RECIPIENT: dirección del destinatario, dirección de destino, destinatari/o, receptor, destino,
    casilla de destino, buzón de destino, dirección destino
RELAY: reenvío, retransmisión, reenviar, retransmitir
SERVER: servidor, sistema, servidor de correo
POLICY: política, políticas, administrador, organización, política de seguridad, regla, reglas,
    directiva, directivas, norma, normas, administración, empresa, motivos de seguridad
ALLOWED: permitid/o/a/os/as, autorizad/o/a/os/as, permiso, permisos, permite, puede, permiten,
    autoriza, tiene permiso, permitir, privilegio, privilegios, derecho, derechos, autorización,
    autorizan
ACCEPTED: aceptad/o/a/os, acepta, aceptar
FORBIDDEN: prohibid/o/a, restringid/o/a, desautorizad/o/a, no puede usar, no puede utilizar, no
    puede enviar, vetado el acceso, impedid/o/a, restricción, restricciones, sin permiso, limitado
    a
DENIED: denegad/o/a, rechazad/o/a/os, negad/o/a, acceso denegado, rehusad/o/a, rechazo, rechazamos,
    denegamos, denegación, rehusamos
ENABLED: habilitad/o/a, activad/o/a, activ/o/a, activar, habilitar, activarlo, incluido, incluida,
    contratad/o/a, activación, encendid/o/a, dispone, liberar
DISABLED: deshabilitad/o/a, desactivad/o/a, inhabilitad/o/a, inactiv/o/a, cancelad/o/a, cerrad/o/a,
    dad/o de baja, impago, suspendid/o de servicio, deshabilitamos, ha terminado, terminad/o/a,
    finalizad/o/a, finalizó, pendiente de pago, no pagad/o/a, impagad/o/a, pendiente, pendientes,
    eliminad/o/a, de baja, dada de baja, dado de baja, borrad/o/a, ha finalizado, vencida de pago,
    falta de pago, apagad/o/a, anulad/o/a, extinguid/o/a, inactivad/o/a, desactivamos, cancelamos,
    no contratad/o/a, no activad/o/a, no incluye, no habilitad/o/a, sin licencia, baja,
    inhabilitamos, en espera, pendiente de activación, ha concluido, concluyó, llegó a su fin
LOCKED: bloquead/o/a/os/as, suspendid/o/a/os/as, bloqueo, suspensión, comprometid/o/a, banead/o/a,
    congelad/a/o, bloqueamos, vetad/o/a, expulsad/o/a, retenid/o/a, hackead/o/a, cuarentena, en
    cuarentena, bloquea, suspendimos, hemos suspendido, hemos bloqueado, hemos inhabilitado,
    intervenid/o/a, penalizad/o/a, vulnerad/o/a, pirateada, restringimos, trabad/o/a
SPAM: sospecha de spam, robot, correo basura, envío masivo, envío de spam, correo no deseado
ACTIVITY: actividad sospechosa, actividad inusual, comportamiento sospechoso, acceso sospechoso,
    accesos sospechosos, inicio sospechoso, acceso inusual, envío sospechoso, actividad anormal,
    actividad anómala, actividad fraudulenta, uso indebido, comportamiento anómalo, abuso, uso
    abusivo, abusiva
EXPIRED: caducad/o/a, expirad/o/a, vencid/o/a, ha expirado, ha caducado, caducó, expiró, venció, ya
    no es válid/o/a, dejó de ser válida, vencimiento, caducidad, demasiado antigua, muy antigua,
    expira, perdió validez, ha vencido, vigencia
CHANGE: cambiar, cambie, cambiarla, restablecer, restablezca, cámbiela, actualice, cambiada,
    modificar, modifique, renueve, renovar, establezca una nueva, defina una nueva, cree una nueva,
    elija una nueva, sustituya, renuévela, modifíquela, actualícela, cambio, elija otra, defina
    otra, cree otra, renovación, renovarla, establezca otra, ponga una nueva
VALID: válid/o/a/os/as, correct/o/a, coincide, coinciden, mismo, misma, concuerda, concuerdan,
    correctamente, iguales, igual, cierta, exacta, corresponde, corresponden
INVALID: inválid/o/a/os/as, incorrect/o/a/os/as, erróne/o/a/os/as, equivocad/o/a, diferente,
    diferentes, difiere, difieren, mal, errad/o/a, distint/o/a
KNOWN: encontrad/o/a, existe, registrad/o/a, reconocid/o/a, conocid/o/a, localizad/o/a, hallad/o/a,
    alojad/o/a, existen, consta, figura, dado de alta, dada de alta
UNKNOWN: inexistente, desconocid/o/a, no existente, ningún usuario, no hay
SUPPORTED: soportad/o/a, admitid/o/a, compatible, soporta, implementad/o/a, admite, ofrecid/o/a,
    ofrece, contempla, soporte
AVAILABLE: disponible, disponibles, responde, respondió, accesible, operativ/o/a, alcanzable
UNAVAILABLE: fuera de servicio, en mantenimiento, sin respuesta, parado, caído, caída,
    mantenimiento, inaccesible, fuera de línea, no operativ/o
VERIFIED: verificad/o/a, validad/o/a
LIMIT: límite, límites, cuota, número máximo, máximo, máxima, tasa, créditos, límite de envío,
    cupo, por hora, por día, por minuto, por mes, cantidad, volumen, tope, saldo, número de, total
    de, cuotas, hoy, frecuencia
EXCEEDED: excedid/o/a, superad/o/a, alcanzad/o/a, excede, excedió, sobrepasad/o/a, agotad/o/a,
    rebasad/o/a, supera, agotados, insuficiente, insuficientes, ha excedido, agotó, ha agotado,
    consumid/o/a, ha superado, sobrepasó, rebasó, por encima, alcanzó, exceso, ha llegado al,
    superar, ha alcanzado
TOOMANY: demasiad/os/as, exceso de, número excesivo, muchos intentos, muchas conexiones,
    excesiv/o/a/os/as, con demasiada frecuencia, demasiado rápido, varios intentos, múltiples
    intentos, repetidos intentos, muchas veces, intentos repetidos, intentos seguidos, seguidos,
    sucesivos, muchos accesos, reiterados
COUNTED: conexiones, mensajes, intentos, sesiones, mensaje, correos, accesos, correo, peticiones,
    veces, conexión, logins
TEMPORARY: temporal, temporalmente, más tarde, inténtelo de nuevo, intente de nuevo, intente más
    tarde, inténtelo más tarde, en unos minutos, transitori/o, momentáneamente, luego, en breve,
    por ahora, en este momento, espere, vuelva a intentarlo, pruebe más tarde, provisional,
    provisionalmente, unos instantes, reintente, reintentar, dentro de unos minutos, intente luego,
    por el momento
INTERNAL: error interno, fallo interno, error del servidor, error en el servidor, problema interno,
    error inesperado, fallo técnico, problema técnico, error de sistema, error del sistema, no se
    pudo consultar, error al consultar, fallo al consultar, error de configuración, fallo del
    servidor
BUSY: ocupado, saturado, sobrecargado, congestionad/o/a, carga elevada, demasiada carga, sobrecarga
TIMEOUT: tiempo de espera, tiempo agotado, no se pudo conectar, fallo de conexión, error de
    conexión, tiempo excedido, tiempo límite
APPPASSWORD: contraseña de aplicación, contraseña de la aplicación, contraseñas de aplicación,
    contraseña específica, contraseña de aplicaciones, código de autorización, clave de aplicación,
    contraseña para aplicaciones, contraseña para la aplicación, contraseña para aplicaciones
    externas, contraseña para apps, contraseña exclusiva, contraseña dedicada, contraseña
    independiente, contraseña separada, contraseña de app, clave de aplicaciones, clave para
    aplicaciones, contraseñas de aplicaciones, contraseña de dispositivo, clave específica
SECONDFACTOR: dos factores, dos pasos, segundo factor, verificación en dos pasos, doble factor,
    autenticación multifactor, multifactor, doble autenticación, autenticador, código de
    verificación, 2 pasos, doble verificación, verificación en 2 pasos
BROWSER: navegador, navegador web, por webmail, vía web, desde la web, por la web, vía webmail
LISTED: lista negra, en lista negra, en una lista negra, listas negras, listado en, listada en, está
    listado, en lista de bloqueo, en listas negras, en blacklist
FULL: llen/o/a, cuota de almacenamiento, almacenamiento, espacio de almacenamiento, espacio en
    disco, sin espacio
BUT: porque, pero, debido a, ya que
SENDING+COUNTED: envíos
RECIPIENT+COUNTED: destinatarios
CLIENT+PLACE: país, su país, ubicación, extranjero, el extranjero, fuera del país, otro país,
    región, internacional, internacionales, países, fuera de españa, lugar
BACKEND: servidor de autenticación, base de datos, servidor ldap, directorio, base de usuarios,
    servicio de autenticación, ldap, servidor de claves
ALREADY: ya
CANCELLED: interrumpida, abortada, anulada
SEQUENCE: secuencia
SYNTAX: formato, sintaxis, argumento, malformad/o/a
APIKEY: clave api, clave de api
SWITCHON: active, habilite
PTR: dns inverso, dns inversa, resolución inversa, registro ptr, registro inverso
NEWPASSWORD: nueva contraseña
OWNED: pertenece, pertenecen, propietario, dueño, es suya, es suyo, es tuya, es propia
REVOKED: revocad/o/a
UNSUPPORTED: incompatible
DURATION: minutos, horas, segundos, minuto, hora, días, semana
GREYLIST: lista gris, listas grises
BLACKLIST: lista de bloqueo, listas de bloqueo, reputación, mala reputación, ip dinámica
ALLOWLIST: lista blanca, lista de permitidos, ips autorizadas, ips permitidas, red autorizada,
    lista de autorizados, redes autorizadas
BASICAUTH: autenticación básica, autenticación por contraseña, autenticación simple, autenticación
    heredada
CREATE: genere, generar, cree, crear, genera
UNPAID: impagos, pago, pagos, deuda, deudas, factura, facturas, moroso, morosidad, adeudo, recibo,
    facturación
CERTIFICATE: certificado, certificado de cliente
RCPTLIMIT+LIMIT+COUNTED: destinatarios por mensaje, número de destinatarios, límite de
    destinatarios, máximo de destinatarios
RECEIVE: recibir, recepción
TERMS: términos de uso, condiciones de uso, términos
SECURITY: versión de tls, versión tls, protocolo tls
CLIENT+LAN: red interna, red corporativa, red de la empresa, red local, intranet, red de la
    universidad
WRONGSECRET: contraseña de aplicación incorrecta, contraseña de aplicación inválida, contraseña de
    aplicación no válida, contraseña de aplicación errónea, contraseña de aplicación revocada
STOPPED: detenid/o/a, interrumpid/o/a, parad/o/a, paralizad/o/a, hemos detenido
ACCOUNT+PLAN: plan, paquete, tarifa, plan gratuito, plan contratado
SESSION: sesión, la sesión
CHECK: revise, verifique, compruebe, comprueba, revisa, verifica
"""

ENDINGS = "o a os as e es s ón ones an en ó ado ada ados adas"
