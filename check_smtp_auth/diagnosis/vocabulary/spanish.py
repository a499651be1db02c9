"""The words of servers in Spanish, by their meanings (see ``vocabulary``). Pure."""

from __future__ import annotations

WORDS = """\
NOT: sin, ningún, ninguna, nunca, ni, tampoco, imposible
IF: si
WILL: será, serán, para evitar
OR: o
YOUR: su, tu
REQUIRED: requerido, requiere, se requiere, necesario, obligatorio, debe, es necesario, por favor,
    necesita, se necesita, utilice, use, exige, primero, antes, inicie, deben, necesitan, solo,
    sólo, solamente, únicamente, tiene que, hay que, obligatoriamente, precisa, necesitamos
FAILED: fallo, falló, fallido, error, problema, no se pudo, fallida, falla, fallaron, no fue
    posible, no ha sido posible, no pudo, ha fallado
ACCOUNT: cuenta, cuentas, usuario, buzón, cliente, dominio, suscripción, casilla, cuenta de correo,
    nombre de usuario, buzón de correo, correo electrónico, licencia, licencias, periodo de prueba,
    período de prueba, contrato, hosting, alojamiento, perfil, casilla de correo, su correo, este
    correo, abonado, registro, email, identificador, alta
PASSWORD: contraseña, clave, contrasena, contraseña smtp, clave smtp, contraseña de correo
CREDENTIALS: credenciales, usuario o contraseña, usuario y contraseña, usuario o clave, usuario y
    clave, nombre de usuario o contraseña, nombre de usuario y contraseña, usuario contraseña,
    datos de autenticación, datos de acceso, usuario y o contraseña, usuario o password, nombre o
    contraseña, clave o usuario, usuario o la contraseña, usuario y la contraseña, correo o
    contraseña, contraseña o usuario, credencial, datos de conexión, datos de inicio, datos
    introducidos, login o contraseña, login o clave, clave y usuario
AUTH: autenticación, autentificación, autenticar, autenticado, autenticarse, inicio de sesión,
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
    cifrado, sin cifrar, sin encriptar, no cifrado, no cifrada, inseguro, insegura, en claro, no
    seguro, no segura
IPADDR: dirección ip, su ip, tu ip, esta ip, su dirección, direcciones ip, ip de origen, ip del
    cliente, su dirección ip, rango de ip, ips
CLIENT: red, equipo, su red, su conexión, máquina, ordenador, computadora, proveedor, red externa,
    dispositivo, fuera de la red, host, origen, procedencia
SENDER: remitente, dirección del remitente, dirección de origen, dominio del remitente, remitentes,
    dirección de remitente, dirección de correo del remitente, correo del remitente, en nombre de,
    otro usuario, otra cuenta, dirección de envío, dirección remitente, como remitente, cuenta
    remitente, correo de origen
RECIPIENT: dirección del destinatario, dirección de destino, destinatario, receptor, destino,
    casilla de destino, buzón de destino, dirección destino
RELAY: reenvío, retransmisión, reenviar, retransmitir
SERVER: servidor, sistema, servidor de correo
POLICY: política, políticas, administrador, organización, política de seguridad, regla, reglas,
    directiva, directivas, norma, normas, administración, empresa, motivos de seguridad
ALLOWED: permitido, autorizado, permiso, permisos, permite, puede, permiten, autoriza, tiene
    permiso, permitir, privilegio, privilegios, derecho, derechos, autorización, autorizan
ACCEPTED: aceptado, acepta, aceptar
FORBIDDEN: prohibido, restringido, desautorizado, no puede usar, no puede utilizar, no puede
    enviar, vetado el acceso, impedido, restricción, restricciones, sin permiso, limitado a
DENIED: denegado, rechazado, negado, acceso denegado, rehusado, rechazo, rechazamos, denegamos,
    denegación, rehusamos
ENABLED: habilitado, activado, activo, activar, habilitar, activarlo, incluido, incluida,
    contratado, activación, encendido, dispone, liberar
DISABLED: deshabilitado, desactivado, inhabilitado, inactivo, cancelado, cerrado, dado de baja,
    impago, suspendido de servicio, deshabilitamos, ha terminado, terminado, finalizado, finalizó,
    pendiente de pago, no pagado, no pagada, impagado, pendiente, pendientes, eliminado, de baja,
    dada de baja, borrado, ha finalizado, vencida de pago, falta de pago, apagado, anulado,
    extinguido, inactivado, desactivamos, cancelamos, no contratado, no contratada, no activado, no
    activada, no incluye, no habilitado, no habilitada, sin licencia, baja, inhabilitamos, en
    espera, pendiente de activación, ha concluido, concluyó, llegó a su fin
LOCKED: bloqueado, suspendido, bloqueo, suspensión, comprometido, baneado, congelada, bloqueamos,
    vetado, expulsado, retenido, hackeado, cuarentena, en cuarentena, bloquea, suspendimos, hemos
    suspendido, hemos bloqueado, hemos inhabilitado, intervenido, penalizado, vulnerado, pirateada,
    restringimos, trabado
SPAM: sospecha de spam, robot, correo basura, envío masivo, envío de spam, correo no deseado
ACTIVITY: actividad sospechosa, actividad inusual, comportamiento sospechoso, acceso sospechoso,
    accesos sospechosos, inicio sospechoso, acceso inusual, envío sospechoso, actividad anormal,
    actividad anómala, actividad fraudulenta, uso indebido, comportamiento anómalo, abuso, uso
    abusivo, abusiva
EXPIRED: caducado, expirado, vencido, ha expirado, ha caducado, caducó, expiró, venció, ya no es
    válido, ya no es válida, dejó de ser válida, vencimiento, caducidad, demasiado antigua, muy
    antigua, expira, perdió validez, ha vencido, vigencia, demasiado débil, demasiado corta,
    demasiado simple, muy débil
CHANGE: cambiar, cambie, cambiarla, restablecer, restablezca, cámbiela, actualice, cambiada,
    modificar, modifique, renueve, renovar, establezca una nueva, defina una nueva, cree una nueva,
    elija una nueva, sustituya, renuévela, modifíquela, actualícela, cambio, elija otra, defina
    otra, cree otra, renovación, renovarla, establezca otra, ponga una nueva
VALID: válido, correcto, coincide, coinciden, mismo, misma, concuerda, concuerdan, correctamente,
    iguales, igual, cierta, exacta, corresponde, corresponden
INVALID: inválido, incorrecto, erróneo, equivocado, diferente, diferentes, difiere, difieren, mal,
    errado, distinto
KNOWN: encontrado, existe, registrado, reconocido, conocido, localizado, hallado, alojado, existen,
    consta, figura, dado de alta, dada de alta
UNKNOWN: inexistente, desconocido, no existente, ningún usuario, no hay
SUPPORTED: soportado, admitido, compatible, soporta, implementado, admite, ofrecido, ofrece,
    contempla, soporte
AVAILABLE: disponible, disponibles, responde, respondió, accesible, operativo, alcanzable
UNAVAILABLE: fuera de servicio, en mantenimiento, sin respuesta, parado, caído, caída,
    mantenimiento, inaccesible, fuera de línea, no operativo
VERIFIED: verificado, validado
LIMIT: límite, límites, cuota, número máximo, máximo, máxima, tasa, créditos, límite de envío,
    cupo, por hora, por día, por minuto, por mes, cantidad, volumen, tope, saldo, número de, total
    de, cuotas, hoy, frecuencia
EXCEEDED: excedido, superado, alcanzado, excede, excedió, sobrepasado, agotado, rebasado, supera,
    agotados, insuficiente, insuficientes, ha excedido, agotó, ha agotado, consumido, ha superado,
    sobrepasó, rebasó, por encima, alcanzó, exceso, ha llegado al, superar, ha alcanzado
TOOMANY: demasiados, exceso de, número excesivo, muchos intentos, muchas conexiones, excesivo, con
    demasiada frecuencia, demasiado rápido, varios intentos, múltiples intentos, repetidos
    intentos, muchas veces, intentos repetidos, intentos seguidos, seguidos, sucesivos, muchos
    accesos, reiterados
COUNTED: conexiones, mensajes, intentos, sesiones, mensaje, correos, accesos, correo, peticiones,
    veces, conexión, logins
TEMPORARY: temporal, temporalmente, más tarde, inténtelo de nuevo, intente de nuevo, intente más
    tarde, inténtelo más tarde, en unos minutos, transitorio, momentáneamente, luego, en breve, por
    ahora, en este momento, espere, vuelva a intentarlo, pruebe más tarde, provisional,
    provisionalmente, unos instantes, reintente, reintentar, dentro de unos minutos, intente luego,
    por el momento
INTERNAL: error interno, fallo interno, error del servidor, error en el servidor, problema interno,
    error inesperado, fallo técnico, problema técnico, error de sistema, error del sistema, no se
    pudo consultar, error al consultar, fallo al consultar, error de configuración, fallo del
    servidor
BUSY: ocupado, saturado, sobrecargado, congestionado, carga elevada, demasiada carga, sobrecarga
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
LISTED: lista negra, en lista negra, en una lista negra, listas negras, listado en, listada en,
    está listado, en lista de bloqueo, en listas negras, en blacklist
FULL: lleno, cuota de almacenamiento, almacenamiento, espacio de almacenamiento, espacio en disco,
    sin espacio
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
SYNTAX: formato, sintaxis, argumento, malformado
APIKEY: clave api, clave de api
SWITCHON: active, habilite
PTR: dns inverso, dns inversa, resolución inversa, registro ptr, registro inverso
NEWPASSWORD: nueva contraseña
OWNED: pertenece, pertenecen, propietario, dueño, es suya, es suyo, es tuya, es propia
REVOKED: revocado
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
STOPPED: detenido, interrumpido, parado, paralizado, hemos detenido
ACCOUNT+PLAN: plan, paquete, tarifa, plan gratuito, plan contratado
SESSION: sesión, la sesión
CHECK: revise, verifique, compruebe, comprueba, revisa, verifica
"""

ENDINGS = "o a os as e es s ón ones an en ó ado ada ados adas"
