"""The words of servers in Portuguese, by their meanings (see ``vocabulary``). Pure."""

from __future__ import annotations

WORDS = """\
NOT: não, nao, sem, nunca, nenhum, nenhuma, nem, tampouco, impossível
WILL: será, serão, para evitar
OR: ou
YOUR: sua, seu
REQUIRED: requerido, necessário, é necessário, obrigatório, exigido, exige, requer, deve, precisa,
    é preciso, por favor, use, utilize, é necessária, primeiro, antes, faça, efetue, precisam,
    devem, exigem, somente, apenas, obrigatoriamente, tem que, informe, necessita
FAILED: falha, falhou, erro, problema, não foi possível, falharam, insucesso, malsucedido, não
    conseguimos, não conseguiu, deu errado
ACCOUNT: conta, contas, usuário, utilizador, caixa postal, caixa de correio, caixa de e mail, caixa
    de email, conta de e mail, conta de email, cliente, assinatura, caixa, endereço de e mail,
    licença, licenças, período de teste, período de avaliação, contrato, hospedagem, cadastro,
    perfil, conta postal, correio eletrônico, endereço eletrônico, seu e mail, seu email, este e
    mail, revenda, identificador
PASSWORD: senha, palavra passe, senha do usuário, senha smtp, senha do smtp, senha atual, senha
    informada
CREDENTIALS: usuário ou senha, usuário e senha, credenciais, usuário e ou senha, login e senha,
    login ou senha, nome de usuário ou senha, e mail ou senha, utilizador ou palavra passe, dados
    de autenticação, dados de acesso, nome de usuário e senha, dados de login, dados incorretos,
    login e ou senha, e mail e senha, login ou a senha, usuário ou a senha, usuário e a senha,
    senha ou usuário, e mail ou a senha, usuário senha, credencial, dados de conexão, dados
    informados
AUTH: autenticação, autenticar, autenticado, acesso, entrar, login, logar, identificação,
    autenticar se, autentique, iniciar sessão, início de sessão, conectar se, acessar, tentativa de
    login, tentativa de acesso
SERVICE: serviço, acesso smtp, serviço smtp, serviço de e mail, smtp autenticado, smtp externo,
    programas de e mail, clientes de e mail, aplicativos externos, programas externos, clientes
    externos, recurso, funcionalidade, acesso externo, protocolo
SENDING: enviar, envio de e mails, envio de mensagens, enviar e mails, enviar e mail, enviar
    mensagens, envio de e mail, envio de email, envio de emails, envia, disparo, disparar, mandar,
    enviando, mensagens de saída, saída de e mails, envio
MECHANISM: mecanismo, método, tipo de autenticação, mecanismo de autenticação, método de
    autenticação, forma de autenticação, modo de autenticação, modalidade, tipo de login
COMMAND: comando
TLS: criptografia, conexão segura, ligação segura, conexão criptografada, cifragem, conexão
    cifrada, canal seguro, canal criptografado, conexão protegida, criptografar, cifrar,
    criptografada, conexão com criptografia
INSECURE: conexão não segura, conexão insegura, conexão não criptografada, texto puro, texto
    simples, sem criptografia, não criptografado, não criptografada, inseguro, insegura, texto
    aberto, conexão aberta, não seguro, não segura, texto claro
IPADDR: endereço ip, seu ip, ip de origem, seu endereço, este ip, endereço de ip, seu endereço ip,
    ip do cliente, ips, faixa de ip
CLIENT: rede, servidor de origem, sua rede, sua conexão, máquina, computador, provedor, rede
    externa, dispositivo, fora da rede, origem, procedência
SENDER: remetente, endereço do remetente, endereço de origem, e mail de origem, domínio do
    remetente, endereço de remetente, remetentes, domínio de envio, em nome de, outro usuário,
    outra conta, endereço de envio, endereço remetente, como remetente, conta remetente, e mail
    remetente, e mail do remetente
RECIPIENT: endereço do destinatário, endereço de destino, destinatário, receptor, endereço destino,
    destino, caixa do destinatário
RELAY: retransmissão, encaminhamento, relay negado, retransmitir, encaminhar
SERVER: servidor, sistema, servidor de e mail, servidor de correio
POLICY: política, políticas, administrador, administradores, política de segurança, regra, regras,
    diretiva, diretivas, norma, normas, administração, organização, empresa
ALLOWED: permitido, autorizado, permissão, permite, pode, podem, permitir, permitem, privilégio,
    direito, autorização, liberação, autoriza, habilitação
ACCEPTED: aceito, aceitos
FORBIDDEN: proibido, restrito, restrita, desautorizado, não autorizado, não autorizada, não pode
    usar, não pode utilizar, não pode enviar, vedado, impedido, restrição, restrições, sem
    permissão
DENIED: negado, recusado, rejeitado, acesso negado, recusa, recusamos, negamos, rejeitamos,
    rejeição
ENABLED: ativado, habilitado, ativo, liberado, ativar, habilitar, incluído, incluída, ligado,
    contratado, ativação, liberar, dispõe, possui
DISABLED: desativado, desabilitado, inativo, encerrado, cancelado, desligado, inadimplente,
    desligada, não habilitado, não habilitada, descontinuado, terminou, terminado, acabou,
    em aberto, em atraso, não pago, não paga, plano pago, finalizado, pendente, pendentes, excluído,
    removido, sem pagamento, débito, extinto, apagado, deletado, desligamos, desativamos,
    cancelamos, não contratado, não contratada, não liberado, não liberada, não ativado,
    não ativada, não inclui, sem licença, aguardando, expirou o plano, cancelamento, fora de uso,
    chegou ao fim, findou, encerrou, foi encerrado
LOCKED: bloqueado, suspenso, suspensa, bloqueio, suspensão, travado, banido, comprometido,
    bloqueamos, congelado, invadida, hackeada, em quarentena, quarentena, retido, interditado,
    banimento, invadido, violado, penalizado, trancado, suspendemos, barrado
SPAM: suspeita de spam, robô, spammer, lixo eletrônico, envio em massa, disparo em massa, disparo
    de spam, envio de spam, mala direta
ACTIVITY: atividade suspeita, atividade incomum, comportamento suspeito, acesso suspeito, acessos
    suspeitos, login suspeito, acesso incomum, envio suspeito, atividade anormal, atividade
    anômala, movimentação suspeita, atividade fraudulenta, uso indevido, comportamento anormal,
    envios suspeitos, abuso, uso abusivo, abusiva, uso abusiva
EXPIRED: expirado, expirou, vencido, venceu, prazo expirado, validade, não é mais válido, não é
    mais válida, já não é válido, já não é válida, deixou de ser válida, prazo de validade,
    vencimento, muito antiga, antiga demais, perdeu a validade, passou da validade, caducou,
    caducado
CHANGE: alterar, altere, alterada, trocar, troque, trocada, redefinir, redefina, mudar, mude,
    atualizar, atualize, alteração, defina uma nova, definir uma nova, crie uma nova,
    cadastre uma nova, renove, renovar, atualizada, substitua, substituir, trocá la, alterá la,
    redefini la, defina outra, escolha uma nova, escolha outra, crie outra, cadastre outra, troca,
    redefinição, renovação, renovada
VALID: válido, correto, corresponde, confere, igual, mesmo, bate, batem, combina, combinam,
    coincide, coincidem, certo, certa, conferem
INVALID: inválido, incorreto, errado, errôneo, divergente, diferente, diferentes, difere, diverge,
    equivocado, digitada errada
KNOWN: encontrado, existe, cadastrado, reconhecido, conhecido, localizado, hospedado, existem,
    consta, atendido
UNKNOWN: inexistente, desconhecido, não existente, nenhum usuário, não há
SUPPORTED: suportado, suporta, implementado, oferecido, oferece, compatível, disponibilizado
AVAILABLE: disponível, disponíveis, responde, respondeu, respondendo, acessível, alcançável, no ar
UNAVAILABLE: indisponível, fora do ar, em manutenção, sem resposta, parado, caiu, instabilidade,
    instável, manutenção, offline, fora de serviço
VERIFIED: verificado, validado, confirmado
LIMIT: limite, limites, cota, número máximo, máximo, máxima, limite de envio, limite diário, taxa,
    créditos, por hora, por dia, por minuto, por mês, quantidade, volume, franquia, teto, saldo,
    número de, total de, hoje, frequência
EXCEEDED: excedido, excedeu, atingido, atingiu, ultrapassado, ultrapassou, excede, esgotado,
    esgotados, insuficiente, insuficientes, estourado, estourou, extrapolado, extrapolou, esgotou,
    consumido, acabaram, acima do, além do, superado, superou, exceder, alcançado, alcançou,
    utilizou todos, usou todos
TOOMANY: muitas tentativas, muitas conexões, muitos, excesso de, demasiados, número excessivo,
    tentativas demais, conexões demais, limite de envios excedido, muitas mensagens, muitos erros,
    muitas falhas, muitas autenticações, em excesso, demais, excessivo, com muita frequência, muito
    rápido, várias tentativas, diversas tentativas, repetidas tentativas, muitos acessos, muitos
    logins, muitos e mails, muitas vezes, excesso, tentativas repetidas, seguidas, sucessivas
COUNTED: conexões, mensagens, tentativas, sessões, mensagem, logins, acessos, e mails, emails,
    requisições, vezes, conexão
TEMPORARY: temporário, temporariamente, mais tarde, tente novamente, tente mais tarde, em alguns
    minutos, momentaneamente, daqui a pouco, depois, em instantes, em breve, por enquanto, no
    momento, aguarde, tente de novo, tente outra vez, transitório, provisoriamente, provisório,
    alguns instantes
INTERNAL: erro interno, falha interna, erro do servidor, erro no servidor, problema interno, erro
    inesperado, falha técnica, problema técnico, erro de sistema, falha do servidor, falha no
    servidor, não foi possível consultar, falha ao consultar, erro ao consultar, erro ao acessar,
    erro de configuração, erro no sistema
BUSY: ocupado, sobrecarregado, sobrecarga, congestionado, lotado, muita carga, carga elevada
TIMEOUT: tempo esgotado, tempo limite, tempo excedido, não foi possível conectar, falha de conexão,
    erro de conexão, falha ao conectar, tempo de espera
APPPASSWORD: senha de app, senha de aplicativo, senha de aplicação, senha do aplicativo, senha do
    app, senha específica, palavra passe de aplicação, senhas de app, código de autorização, senha
    exclusiva, senha para aplicativo, senha para aplicativos, senha de aplicativos, senha dedicada,
    senha separada, senha para o aplicativo, senha para programas, senha externa, senha de acesso
    externo, senha de dispositivo, palavra passe da aplicação, palavra passe de app, chave de
    acesso
SECONDFACTOR: dois fatores, duas etapas, verificação em duas etapas, segundo fator, dois passos,
    autenticação multifator, multifator, duplo fator, autenticador, código de verificação, 2
    fatores, dupla autenticação, dupla verificação
BROWSER: navegador, pelo navegador, pelo webmail, via webmail, pelo site, no site, via navegador,
    no webmail
LISTED: lista negra, em lista negra, na lista negra, listado em, em lista de bloqueio, na lista de
    bloqueio, listada em, está listado, em blacklist, na blacklist, em listas negras
FULL: cheia, lotada, cota de armazenamento, armazenamento, espaço em disco, quota de armazenamento,
    espaço de armazenamento, sem espaço
TERMS: termos de uso, termos de serviço, termos
BUT: porque, pois, mas, devido a
SENDING+COUNTED: envios
RECIPIENT+COUNTED: destinatários
CLIENT+PLACE: país, localização, exterior, do exterior, estrangeiro, fora do país, outro país, fora
    do brasil, região, internacional, internacionais, países, fora do território, local incomum
BLACKLIST: blacklist, lista de bloqueio, listas de bloqueio, reputação, má reputação, baixa
    reputação, ip dinâmico
DOMAIN: domínio, domínios
BACKEND: servidor de autenticação, banco de dados, base de dados, servidor ldap, base de usuários,
    servidor de senhas, serviço de autenticação, diretório, banco de usuários, ldap, banco
ALREADY: já
CANCELLED: interrompida, abortada
SEQUENCE: sequência
SYNTAX: formato, sintaxe, argumento, malformado, base64 inválido
APIKEY: chave de api, chave api
SWITCHON: libere, habilite, ative
PTR: dns reverso, reverso, registro ptr, resolução reversa, entrada reversa, dns reversa
NEWPASSWORD: nova senha
IF: caso
OWNED: pertence, pertencem, proprietário, dono, é seu, é sua, seja seu, seja sua
REVOKED: revogado
UNSUPPORTED: incompatível
DURATION: minutos, horas, segundos, minuto, hora, dias, semana
GREYLIST: lista cinza
ALLOWLIST: lista branca, lista de permitidos, lista de permissões, ips autorizados, ips permitidos,
    rede autorizada, lista de liberação, redes autorizadas
BASICAUTH: autenticação básica, autenticação por senha, autenticação legada, autenticação simples
CREATE: gere, gerar, crie, criar
UNPAID: inadimplência, falta de pagamento, pagamento, pagamentos, boleto, boletos, débitos,
    cobrança, dívida, faturas, financeiro, fatura, mensalidade
CERTIFICATE: certificado, certificado digital, certificado do cliente
RCPTLIMIT+LIMIT+COUNTED: destinatários por mensagem, número de destinatários, limite de
    destinatários, máximo de destinatários
RECEIVE: receber, recebimento, recepção
SECURITY: versão do tls, versão de tls, versão tls, protocolo tls
CLIENT+LAN: rede interna, rede corporativa, rede da empresa, rede local, intranet, rede da
    instituição
WRONGSECRET: senha de app inválida, senha de app incorreta, senha de app errada, senha de
    aplicativo inválida, senha de aplicativo incorreta, senha de app expirada, senha de app
    revogada, senha de aplicativo revogada
STOPPED: interrompido, parado, paralisado, paramos, interrompemos
ACCOUNT+PLAN: plano, pacote, plano gratuito, plano contratado, plano atual
SESSION: sessão, sua sessão
CHECK: verifique, confira, cheque, revise, verifique seu, verifique sua, verifique os, verifique
    as, conferir
ASIDE: no painel, no servidor, no sistema, no aplicativo, no menu, no portal, no seu
"""

ENDINGS = "o a os as e es s ão ões am em ou ado ada ados adas"
